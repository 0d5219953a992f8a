package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Separate process ids, mounts and {@code /tmp} for a JVM, as container runtimes provide; needs
 * Linux and root.
 */
public final class Container {
  private static final String UNSHARE = "unshare";
  private static final List<String> OWN =
      List.of(UNSHARE, "--mount", "--pid", "--fork", "--mount-proc", "--kill-child");

  private static final int NOBODY = 65_534;

  private final List<String> unshare;
  private final String script;

  private Container(List<String> unshare, String script) {
    this.unshare = unshare;
    this.script = script;
  }

  /** Skips the test if this machine cannot have one. */
  public static Container require() {
    Tool.require(UNSHARE);
    List<String> trial = new ArrayList<>(OWN);
    trial.add("true");
    if (Command.run(trial).status() != 0) {
      Tool.skip("namespaces take root's rights");
    }
    if (Settings.programs().startsWith("/tmp")) {
      Tool.skip("a container has a /tmp of its own, and would not see the programs in this one");
    }
    return new Container(OWN, "mount -t tmpfs none /tmp");
  }

  /** The same, with nothing in that folder. */
  public Container without(Path folder) {
    return new Container(unshare, script + " && mount -t tmpfs none '" + folder + "'");
  }

  /** The same, with a separate network, which nothing can reach from outside. */
  public Container withItsOwnNetwork() {
    Tool.require("ip");
    List<String> more = new ArrayList<>(unshare);
    more.add("--net");
    return new Container(more, script + " && ip link set lo up");
  }

  /** The same, able to write to {@code /tmp} only. */
  public Container readOnly() {
    return new Container(unshare, script + " && mount --bind / / && mount -o remount,bind,ro /");
  }

  /** The same, run by a user without privileges. */
  public Container asNobody() {
    Tool.require("setpriv");
    return new Container(
        unshare,
        script
            + " && set -- setpriv --reuid "
            + NOBODY
            + " --regid "
            + NOBODY
            + " --clear-groups \"$@\"");
  }

  /** The beginning of a command line. */
  List<String> words() {
    List<String> words = new ArrayList<>(unshare);
    words.addAll(List.of("sh", "-c", script + " && exec \"$@\"", "sh"));
    return words;
  }

  /** The beginning of a command line that sees all processes, and a separate {@code /tmp}. */
  public static List<String> ownTmp() {
    return List.of(UNSHARE, "--mount", "sh", "-c", "mount -t tmpfs none /tmp && \"$@\"", "sh");
  }

  /** No container: a JVM whose {@code /proc/PID/root} is closed even to its own user. */
  public static List<String> withACapability() {
    Tool.require("setpriv");
    String one = "+net_bind_service";
    List<String> words = new ArrayList<>(asNobodyHere());
    words.addAll(List.of("--inh-caps", one, "--ambient-caps", one));
    return words;
  }

  /** The beginning of a command line that runs as a user without privileges. */
  public static List<String> asNobodyHere() {
    String nobody = Integer.toString(NOBODY);
    return List.of("setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups");
  }

  static boolean isOne(List<String> commandLine) {
    return commandLine.get(0).equals(UNSHARE);
  }
}

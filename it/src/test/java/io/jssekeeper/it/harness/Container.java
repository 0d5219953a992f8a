package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Process ids, mounts and a {@code /tmp} of its own for a JVM, as container runtimes give them; it
 * takes Linux and root.
 */
public final class Container {
  private static final String UNSHARE = "unshare";
  private static final List<String> OWN =
      List.of(UNSHARE, "--mount", "--pid", "--fork", "--mount-proc", "--kill-child");

  private final String script;

  private Container(String script) {
    this.script = script;
  }

  /** Skips the test where there can be none. */
  public static Container require() {
    Tool.require(UNSHARE);
    List<String> trial = new ArrayList<>(OWN);
    trial.add("true");
    if (Command.run(trial).status() != 0) {
      Tool.skip("namespaces take root's rights");
    }
    return new Container("mount -t tmpfs none /tmp");
  }

  /** And nothing is in that folder. */
  public Container without(Path folder) {
    return new Container(script + " && mount -t tmpfs none '" + folder + "'");
  }

  /** What a command line begins with. */
  List<String> words() {
    List<String> words = new ArrayList<>(OWN);
    words.addAll(List.of("sh", "-c", script + " && exec \"$@\"", "sh"));
    return words;
  }

  static boolean isOne(List<String> commandLine) {
    return commandLine.get(0).equals(UNSHARE);
  }
}

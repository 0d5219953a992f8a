package io.jssekeeper.cli.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** Opens one JVM through the attach API, or says in one sentence why that failed. */
public final class JvmAccess implements AutoCloseable {
  private final long pid;
  private final VirtualMachine machine;

  private JvmAccess(long pid, VirtualMachine machine) {
    this.pid = pid;
    this.machine = machine;
  }

  static void requireAttachModule() throws RefusedException {
    if (ModuleLayer.boot().findModule("jdk.attach").isEmpty()) {
      throw new RefusedException(
          "this Java lacks the module jdk.attach, which finds other JVMs: use the java of a JDK,"
              + " not of a JRE ("
              + System.getProperty("java.home")
              + ")");
    }
  }

  /** Checks beforehand what can be checked, so that no process is harmed. */
  public static JvmAccess to(long pid) throws RefusedException {
    requireAttachModule();
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new RefusedException("no process " + pid + ": " + LocalJvms.named());
    }
    if (pid == ProcessHandle.current().pid()) {
      throw new RefusedException("process " + pid + " is this command: " + LocalJvms.named());
    }
    refuseStopped(pid);
    if (QuitSignal.wouldKill(pid)) {
      throw new RefusedException(
          "process "
              + pid
              + " does not catch SIGQUIT (not a JVM, or run with -Xrs), so attaching would end it: "
              + LocalJvms.named());
    }
    return attach(pid);
  }

  private static void refuseStopped(long pid) throws RefusedException {
    if (ProcessState.isStopped(pid)) {
      throw new RefusedException(
          "process " + pid + " is stopped: continue it with 'kill -CONT " + pid + "', and retry");
    }
  }

  private static JvmAccess attach(long pid) throws RefusedException {
    try {
      return new JvmAccess(pid, Patience.with(() -> VirtualMachine.attach(Long.toString(pid))));
    } catch (Exception e) {
      refuseStopped(pid); // since it was looked at
      throw new RefusedException(
          "process "
              + pid
              + " cannot be attached to ("
              + e.getMessage()
              + "): "
              + remedy(pid)
              + "; "
              + LocalJvms.named(),
          e);
    }
  }

  private static String remedy(long pid) {
    String mine = System.getProperty("user.name");
    String theirs = ProcessHandle.of(pid).flatMap(p -> p.info().user()).orElse(mine);
    if (TargetFiles.isElsewhere(pid)) {
      return "it is in another container, where this Java may look in the wrong place: run the"
          + " command with JDK 21 or later, or in that container ('nsenter -t "
          + pid
          + " -m -p'), as its user, "
          + theirs;
    }
    return theirs.equals(mine)
        ? "run the command on a JVM without -XX:+DisableAttachMechanism whose /tmp can be written to"
        : "run the command as its user, " + theirs;
  }

  public Properties systemProperties() throws RefusedException {
    try {
      return Patience.with(machine::getSystemProperties);
    } catch (Exception e) {
      throw lost(e);
    }
  }

  /**
   * Loads an agent.
   *
   * @param jar as that JVM sees it
   */
  void load(Path jar, String argument) throws RefusedException {
    try {
      machine.loadAgent(jar.toString(), argument.isEmpty() ? null : argument);
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new RefusedException(
          "JVM "
              + pid
              + " accepts no agent ("
              + e.getMessage()
              + "): start it without -XX:-EnableDynamicAgentLoading, on a Java with the module"
              + " java.instrument",
          e);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private RefusedException lost(Exception e) {
    return new RefusedException(
        ProcessHandle.of(pid).isPresent()
            ? "JVM "
                + pid
                + " does not answer ("
                + e.getMessage()
                + "): see whether it is stopped or busy, and retry"
            : "JVM " + pid + " has ended (" + e.getMessage() + "): see 'list'",
        e);
  }

  @Override
  public void close() {
    try {
      machine.detach();
    } catch (IOException gone) {
      // Then there is nothing to detach from.
    }
  }
}

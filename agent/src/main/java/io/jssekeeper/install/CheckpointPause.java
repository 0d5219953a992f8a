package io.jssekeeper.install;

import io.jssekeeper.checkpoint.Checkpointed;
import io.jssekeeper.checkpoint.Checkpoints;
import io.jssekeeper.core.Notices;
import io.jssekeeper.threads.KeeperThread;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;

/**
 * Takes the keeper out of this JVM before a checkpoint, with all sessions and keys, and puts it in
 * again after a restore, as at a start: by options that are read again, clocks that start then, and
 * outputs that are opened then. Thread-safe.
 */
final class CheckpointPause implements Checkpointed, Runnable, BiConsumer<String, Throwable> {
  private final String argument;
  private final Instrumentation instrumentation;
  private final Checkpoints checkpoints;
  private Installation installation;
  private boolean paused;

  /**
   * @param argument the agent's, or null
   */
  CheckpointPause(String argument, Instrumentation instrumentation) {
    this.argument = argument;
    this.instrumentation = instrumentation;
    checkpoints = new Checkpoints(instrumentation, this);
  }

  /** Looks out for checkpoints from now on. */
  void start() {
    try {
      checkpoints.start();
    } catch (RuntimeException | LinkageError e) {
      failed("search for those who take them", e);
    }
  }

  /** The one that is to be taken out before the next. */
  synchronized void of(Installation started) {
    installation = started;
  }

  /** It has left for good. */
  void stop() {
    synchronized (this) {
      installation = null;
      paused = false;
    }
    checkpoints.stop();
  }

  @Override
  public void beforeCheckpoint() {
    Installation leaving;
    synchronized (this) {
      leaving = installation;
      installation = null;
      paused |= leaving != null;
    }
    if (leaving != null) {
      leaving.leaveWithSecrets();
    }
  }

  /** By a thread of its own: a JVM is restored for the sake of its first answer. */
  @Override
  public void afterRestore() {
    synchronized (this) {
      if (!paused) {
        return;
      }
      paused = false;
    }
    KeeperThread.daemon("jsse-keeper-restore", this, this).start();
  }

  @Override
  public void run() {
    Installer.again(argument, instrumentation, this);
  }

  @Override
  public void accept(String thread, Throwable thrown) {
    failed("restore", thrown);
  }

  @Override
  public void failed(String what, Throwable why) {
    Notices.print("checkpoints, " + what + ": " + why);
  }
}

package io.jssekeeper.install;

import io.jssekeeper.checkpoint.Checkpointed;
import io.jssekeeper.checkpoint.Checkpoints;
import io.jssekeeper.core.Notices;
import io.jssekeeper.threads.KeeperThread;
import java.lang.instrument.Instrumentation;
import java.util.function.BiConsumer;

/**
 * Removes the keeper from this JVM before a checkpoint, with all sessions and keys, and installs it
 * again after a restore, as at startup: with options read again, clocks started and outputs opened
 * then. Thread-safe.
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

  /** Watches for checkpoints from now on. */
  void start() {
    try {
      checkpoints.start();
    } catch (RuntimeException | LinkageError e) {
      failed("search for those who take them", e);
    }
  }

  /** The one to remove before the next checkpoint. */
  synchronized void of(Installation started) {
    installation = started;
  }

  /** It has been detached for good. */
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

  /** In a separate thread: a JVM is restored in order to answer quickly. */
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

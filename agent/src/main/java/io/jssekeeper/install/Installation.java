package io.jssekeeper.install;

import io.jssekeeper.bridge.BridgedJvm;
import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Notices;
import io.jssekeeper.core.Presence;
import io.jssekeeper.selfcheck.SelfCheck;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One keeper in this JVM, from start to detach. Thread-safe. */
final class Installation implements Control {
  final Core core;
  final Outputs outputs;
  final Weaver weaver;
  final Instrumentation instrumentation;
  final SelfCheck selfCheck;
  final ClassLoading classes;
  private final CheckpointPause pause;
  private final LiveSettings live;
  private final OptionalWeaves optional;
  private boolean weavesRemoved;
  private final KeySharing sharing;
  private volatile String state = "on";

  /**
   * @param instrumentation is kept: only the same one can undo the weaves
   * @param pause watches for checkpoints of this JVM
   */
  Installation(
      Options options, Weaver weaver, Instrumentation instrumentation, CheckpointPause pause) {
    this.pause = pause;
    this.weaver = weaver;
    this.instrumentation = instrumentation;
    core = new Core(options);
    outputs = new Outputs(core, this, weaver.report(), new BridgedJvm(instrumentation));
    sharing = new KeySharing(core);
    optional = new OptionalWeaves(weaver, instrumentation, core.suppressedErrors());
    live = new LiveSettings(core, outputs, sharing, optional);
    selfCheck = new SelfCheck(weaver, core, instrumentation);
    classes = new ClassLoading(core);
  }

  /**
   * All or nothing: methods woven before the keeper starts call hooks that do nothing.
   *
   * @param attached whether the JVM has been running for a while
   */
  synchronized void start(boolean attached) throws Exception {
    try {
      weaver.onMissed(new Hurry());
      optional.choose(core.options());
      weaver.weave(instrumentation);
      HookConnection.open(core);
      core.suppressedErrors().toBreaker(new CircuitBreaker(core, new BreakOff()));
      core.start();
      sharing.start(core.options());
      outputs.start(attached);
      selfCheck.start();
      if (attached && weaver.report().isAnyActive()) {
        selfCheck.runNow();
      }
      classes.start();
      HookConnection.onDetach(new Leave());
      Presence.announce(outputs.hasJmx());
    } catch (Throwable t) {
      abandon();
      throw t;
    }
  }

  /** Ends what has been started. Further failures are not reported: the first one is. */
  private void abandon() {
    HookConnection.close();
    core.ticketKeys().stop();
    weaver.stop(instrumentation);
    outputs.stop(true);
    outputs.stop(false);
    try {
      core.stop();
    } catch (RuntimeException e) {
      // Its threads are told to end before anything that can be denied.
    }
  }

  /**
   * Leaves this JVM as if there had never been a keeper: every session context has its own caches
   * again with all resumable sessions, every woven class is restored, and threads, MBeans and files
   * are closed. Returns when that is done; does nothing the second time.
   */
  @Override
  public void detach() {
    pause.stop();
    leave();
  }

  /** The same, temporarily; and all sessions, tickets and ticket keys of its contexts end. */
  void leaveWithSecrets() {
    leave();
    for (OpenContext context : core.contexts().alive()) {
      context.owner().endSecrets();
    }
  }

  private synchronized void leave() {
    removeWeaves();
    takeSteps(DetachStep.afterRemoval());
  }

  /**
   * Detaches from the application's point of view, after repeated internal errors. What JMX shows
   * stays, so that the reason can be seen.
   */
  synchronized void breakOff() {
    if (weavesRemoved) {
      return;
    }
    removeWeaves();
    state =
        "off: removed its weaves after repeated internal errors; the last was "
            + core.suppressedErrors().last();
    Notices.print(
        "the keeper is off, and the application runs on plain JSSE: "
            + core.options().errors()
            + " internal errors within a minute; the last was "
            + core.suppressedErrors().last());
  }

  @Override
  public String selfCheck() {
    return selfCheck.finding();
  }

  @Override
  public String state() {
    return state;
  }

  @Override
  public String logDestination() {
    return outputs.logDestination();
  }

  @Override
  public long recordsLost() {
    return outputs.recordsLost();
  }

  @Override
  public void set(String assignments) throws InvalidOptionException {
    live.set(assignments);
  }

  private void removeWeaves() {
    if (!weavesRemoved) {
      weavesRemoved = true;
      takeSteps(DetachStep.removal());
    }
  }

  /** A failure in one does not prevent the others. */
  private void takeSteps(Set<DetachStep> steps) {
    for (DetachStep step : steps) {
      try {
        step.take(this);
      } catch (Throwable t) {
        core.suppressedErrors().accept("detach", t);
      }
    }
  }

  void releaseContexts() {
    for (OpenContext context : core.contexts().alive()) {
      context.owner().release();
    }
  }

  private final class BreakOff implements Runnable {
    @Override
    public void run() {
      breakOff();
    }
  }

  private final class Leave implements Runnable {
    @Override
    public void run() {
      detach();
    }
  }

  /** Missed classes may be those that reveal a first TLS context. */
  private final class Hurry implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      selfCheck.runNow();
      return selfCheck.isPending();
    }
  }
}

package io.jssekeeper.install;

import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;

/** One keeper in this JVM, from its start until it leaves. Thread-safe. */
final class Installation {
  /** A step of leaving, which no failure of another one may prevent. */
  private interface Step {
    void take() throws Exception;
  }

  private final Keeper keeper;
  private final Weaver weaver;
  private final Instrumentation instrumentation;
  private final SelfCheck selfCheck;
  private JmxRegistrar registrar;
  private boolean undone;
  private volatile String state = "on";

  /**
   * @param instrumentation is kept: the weaves can be undone by no other one
   */
  Installation(Keeper keeper, Weaver weaver, Instrumentation instrumentation) {
    this.keeper = keeper;
    this.weaver = weaver;
    this.instrumentation = instrumentation;
    selfCheck = new SelfCheck(weaver, keeper, instrumentation);
  }

  /**
   * All or nothing: what is woven before the keeper starts calls hooks that do nothing.
   *
   * @param attached whether the JVM has been running for a while
   */
  synchronized void start(boolean attached) throws Exception {
    try {
      weaver.weave(instrumentation);
      Connection.open(keeper);
      show(attached);
      keeper.swallowed().toBreaker(new Breaker(keeper, new BreakOff(this)));
      keeper.start();
      keeper.meter(instrumentation, attached);
      selfCheck.start();
      if (attached && weaver.report().isAnyActive()) {
        selfCheck.hurry();
      }
      Connection.onLeave(new Leave(this));
      Version.announce(showsByJmx());
    } catch (Throwable t) {
      Connection.close();
      instrumentation.removeTransformer(weaver);
      throw t;
    }
  }

  private void show(boolean attached) {
    if (!showsByJmx()) {
      keeper.stores().watch(new SweepOnly(keeper.sweeper()));
      return;
    }
    WeaveReport report = weaver.report();
    KeeperView view = new KeeperView(keeper, report, new OtherTls(instrumentation), this);
    NotificationWatch watch = new NotificationWatch(keeper, report, this);
    registrar = new JmxRegistrar(view, watch, keeper.sweeper(), keeper.swallowed());
    registrar.measure(keeper.cpu());
    keeper.stores().watch(registrar);
    registrar.start();
    if (attached) {
      registrar.hurry();
    }
  }

  private boolean showsByJmx() {
    boolean canJmx = ModuleLayer.boot().findModule("java.management").isPresent();
    return canJmx && keeper.options().jmx();
  }

  /**
   * Leaves this JVM as if there had never been a keeper: every session context has its own caches
   * again with all sessions that can still be resumed, every woven class is what it was, and
   * threads, MBeans and files are closed. Returns when that is done; does nothing the second time.
   */
  synchronized void leave() {
    undo();
    if (registrar != null) {
      attempt(registrar::stop);
    }
    attempt(() -> Connection.onLeave(null));
    attempt(Version::withdraw);
  }

  /**
   * Leaves as far as the application is concerned, because the keeper's own code keeps failing.
   * What JMX shows stays, so that it can be seen why.
   */
  synchronized void breakOff() {
    if (undone) {
      return;
    }
    undo();
    state =
        "off: its own code kept failing, and its weaves were undone; the last error was "
            + keeper.swallowed().last();
    Notices.say(
        "the keeper is off, and the application runs on plain JSSE: "
            + keeper.options().errors()
            + " errors of the keeper's own within a minute; the last was "
            + keeper.swallowed().last());
  }

  /** What the self-check has found. */
  String selfCheck() {
    return selfCheck.finding();
  }

  /** {@code on}, or why not. */
  String state() {
    return state;
  }

  private void undo() {
    if (undone) {
      return;
    }
    undone = true;
    attempt(selfCheck::stop);
    attempt(Connection::adoptNoMore);
    releaseContexts();
    attempt(() -> weaver.unweave(instrumentation));
    releaseContexts(); // a hook may have been at work meanwhile
    attempt(() -> Connection.returnKinship(keeper.stores().lineages()));
    attempt(Connection::close);
    attempt(keeper::stop);
  }

  private void releaseContexts() {
    attempt(() -> keeper.stores().forEach((kept, store) -> kept.owner().release()));
  }

  private void attempt(Step step) {
    try {
      step.take();
    } catch (Throwable t) {
      keeper.swallowed().accept("detach", t);
    }
  }
}

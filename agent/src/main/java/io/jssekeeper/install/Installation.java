package io.jssekeeper.install;

import io.jssekeeper.keep.KeptStore;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.function.BooleanSupplier;

/** One keeper in this JVM, from its start until it leaves. Thread-safe. */
final class Installation {
  /** Of {@link #take}: until the application runs on plain JSSE, and all. */
  private static final int STEPS_OF_UNDOING = 8;

  private static final int STEPS = 11;

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
      weaver.onMissed(new Hurry());
      weaver.weave(instrumentation);
      Connection.open(keeper);
      show();
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
      abandon();
      throw t;
    }
  }

  /** Ends what has been started. What fails on the way stays untold: the first failure is told. */
  private void abandon() {
    Connection.close();
    instrumentation.removeTransformer(weaver);
    try {
      if (registrar != null) {
        registrar.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Likewise.
    }
    try {
      keeper.stop();
    } catch (RuntimeException e) {
      // Its threads are told to end before anything that can be denied.
    }
  }

  private void show() {
    if (!showsByJmx()) {
      keeper.stores().watch(new SweepOnly(keeper.sweeper()));
      return;
    }
    WeaveReport report = weaver.report();
    KeeperView view = new KeeperView(keeper, report, new OtherTls(instrumentation), this);
    NotificationWatch watch = new NotificationWatch(keeper, report, this);
    registrar =
        new JmxRegistrar(
            view, watch, keeper.sweeper(), keeper.swallowed(), new PlatformServer(instrumentation));
    registrar.measure(keeper.cpu());
    keeper.stores().watch(registrar);
    registrar.start();
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
    takeSteps(STEPS_OF_UNDOING, STEPS);
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
    if (!undone) {
      undone = true;
      takeSteps(0, STEPS_OF_UNDOING);
    }
  }

  /** No failure of one prevents another. */
  private void takeSteps(int from, int to) {
    for (int step = from; step < to; step++) {
      try {
        take(step);
      } catch (Throwable t) {
        keeper.swallowed().accept("detach", t);
      }
    }
  }

  /**
   * The steps of leaving, in their order. No lambdas: one that is linked while the heap is full can
   * never be called, and that may be why the keeper leaves.
   */
  private void take(int step) throws Exception {
    switch (step) {
      case 0:
        selfCheck.stop();
        break;
      case 1:
        Connection.adoptNoMore();
        break;
      case 2:
        releaseContexts();
        break;
      case 3:
        weaver.unweave(instrumentation);
        break;
      case 4:
        releaseContexts(); // a hook may have been at work meanwhile
        break;
      case 5:
        Connection.returnKinship(keeper.stores().lineages());
        break;
      case 6:
        Connection.close();
        break;
      case 7:
        keeper.stop();
        break;
      case 8:
        if (registrar != null) {
          registrar.stop();
        }
        break;
      case 9:
        Connection.onLeave(null);
        break;
      default:
        Version.withdraw();
    }
  }

  private void releaseContexts() {
    keeper.stores().forEach(new Release());
  }

  /** Classes that were missed may be those by which a first TLS context is seen. */
  private final class Hurry implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      selfCheck.hurry();
      return selfCheck.isToCome();
    }
  }

  private static final class Release implements Stores.Visitor {
    @Override
    public void visit(KeptStore kept, SessionStore<?> store) {
      kept.owner().release();
    }
  }
}

package io.jssekeeper.install;

import io.jssekeeper.config.BadOption;
import io.jssekeeper.config.Options;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;

/** Puts the keeper into this JVM. */
public final class Installer implements WeaveReport.Listener {
  private Installer() {}

  /**
   * Installs, or says in one line why not. Throws nothing: a host never fails because of its agent.
   *
   * @param argument the agent's argument, or null
   */
  public static void install(String argument, Instrumentation instrumentation) {
    try {
      install(Options.load(argument, System.getenv(), System.getProperties()), instrumentation);
    } catch (BadOption e) {
      Notices.say(e.getMessage() + "; the keeper is off, and the application runs without it");
    } catch (Throwable t) {
      Notices.say("the keeper is off, and the application runs without it: " + t);
    }
  }

  private static void install(Options options, Instrumentation instrumentation) throws Exception {
    InsideRoom.define(instrumentation, Weaver.ANCHOR);
    if (Connection.isOpen()) {
      Notices.say("already in this JVM, with the options it was given first");
      return;
    }
    for (String notYet : options.notYet()) {
      Notices.say(notYet);
    }
    weave(new Keeper(options), new Weaver(new Installer()), instrumentation);
  }

  /** All or nothing: what is woven before the keeper starts calls hooks that do nothing. */
  private static void weave(Keeper keeper, Weaver weaver, Instrumentation instrumentation)
      throws Exception {
    try {
      weaver.weave(instrumentation);
      Connection.open(keeper);
      watch(keeper, weaver.report(), new OtherTls(instrumentation));
      keeper.start();
      Version.announce(showsByJmx(keeper));
    } catch (Throwable t) {
      Connection.close();
      instrumentation.removeTransformer(weaver);
      throw t;
    }
  }

  private static void watch(Keeper keeper, WeaveReport report, OtherTls otherTls) {
    if (!showsByJmx(keeper)) {
      keeper.stores().watch(new SweepOnly(keeper.sweeper()));
      return;
    }
    JmxRegistrar registrar =
        new JmxRegistrar(
            new KeeperView(keeper, report, otherTls),
            new NotificationWatch(keeper, report),
            keeper.sweeper(),
            keeper.swallowed());
    keeper.stores().watch(registrar);
    registrar.start();
  }

  private static boolean showsByJmx(Keeper keeper) {
    boolean canJmx = ModuleLayer.boot().findModule("java.management").isPresent();
    return canJmx && keeper.options().jmx();
  }

  @Override
  public void off(WeaveState state) {
    Notices.say(state.point() + " is not woven, " + state.detail());
  }
}

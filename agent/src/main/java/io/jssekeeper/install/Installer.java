package io.jssekeeper.install;

import io.jssekeeper.bridge.BootstrapClasses;
import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.bridge.StartClasses;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.KnownOptions;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Notices;
import io.jssekeeper.core.Presence;
import io.jssekeeper.log.Logs;
import io.jssekeeper.weave.Names;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;

/** Installs the keeper in this JVM. */
public final class Installer implements WeaveReport.Listener {
  private static final String LEAVE = "detach";
  private static final String SWITCHED_OFF = "enabled=false";
  private static final String OFF = "; the keeper is off, and the application runs without it";

  private Installer() {}

  /**
   * Installs at JVM startup, or prints one line that says why not. Never throws: a host must not
   * fail because of its agent.
   *
   * @param argument the agent's argument, or null
   */
  public static void install(String argument, Instrumentation instrumentation) {
    install(argument, instrumentation, false);
  }

  /**
   * The same in a running JVM, with session contexts that may be full.
   *
   * @param argument the same; or {@code detach}, which removes the keeper, like its MBean's
   *     operation
   */
  public static void attach(String argument, Instrumentation instrumentation) {
    if (LEAVE.equals(argument)) {
      detach(instrumentation);
    } else {
      install(argument, instrumentation, true);
    }
  }

  private static void detach(Instrumentation instrumentation) {
    try {
      BootstrapClasses.define(instrumentation, Names.ANCHOR);
      HookConnection.detach();
    } catch (Throwable t) {
      Notices.print("the keeper could not be detached: " + t);
    }
  }

  /** The same after a checkpoint of this JVM. */
  static void again(String argument, Instrumentation instrumentation, CheckpointPause pause) {
    install(argument, instrumentation, true, pause);
  }

  private static void install(String argument, Instrumentation instrumentation, boolean attached) {
    install(argument, instrumentation, attached, null);
  }

  private static void install(
      String argument, Instrumentation instrumentation, boolean attached, CheckpointPause paused) {
    try {
      StartClasses.defineForOptions();
      Options options = Options.load(argument, System.getenv(), System.getProperties());
      if (options.enabled()) {
        BootstrapClasses.define(instrumentation, Names.ANCHOR);
        StartClasses.define();
        CheckpointPause pause =
            paused == null ? new CheckpointPause(argument, instrumentation) : paused;
        if (install(options, instrumentation, attached, pause) && paused == null) {
          pause.start();
        }
      } else {
        refuse(
            SWITCHED_OFF + " (" + options.origin(KnownOptions.ENABLED.key()) + ")" + OFF, attached);
      }
    } catch (InvalidOptionException e) {
      refuse(e.getMessage() + OFF, attached);
    } catch (SecurityException e) {
      refuse(e + "; grant its jar java.security.AllPermission" + OFF, attached);
    } catch (Throwable t) {
      refuse("the keeper is off, and the application runs without it: " + t, attached);
    }
  }

  private static void refuse(String sentence, boolean attached) {
    Notices.print(sentence);
    if (attached) {
      Presence.refuse(sentence);
    }
  }

  private static boolean install(
      Options options, Instrumentation instrumentation, boolean attached, CheckpointPause pause)
      throws Exception {
    if (HookConnection.isOpen() || Presence.isAnnounced()) {
      Notices.print("already running in this JVM; its options are unchanged");
      return false;
    }
    if (attached) {
      Logs.requireUsable(options);
    }
    Installation installation =
        new Installation(options, new Weaver(new Installer()), instrumentation, pause);
    installation.start(attached);
    pause.of(installation);
    return true;
  }

  @Override
  public void off(WeaveState state) {
    Notices.print(state.sentence());
  }
}

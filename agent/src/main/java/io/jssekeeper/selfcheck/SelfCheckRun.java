package io.jssekeeper.selfcheck;

import io.jssekeeper.bridge.AgentCallbacks;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Result;
import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.weave.Trigger;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import sun.security.ssl.KeeperHookProbe;
import sun.security.ssl.KeeperSwitchboard;

/**
 * Handshakes with a second, unobserved keeper behind the hooks, which goes with them. For one
 * thread, once.
 */
final class SelfCheckRun {
  private static final String OPTIONS = "history=20";

  private final BooleanSupplier inTime;
  private final Core core;
  private final KeeperHookProbe watched;
  private final Set<Trigger> scenes = EnumSet.noneOf(Trigger.class);
  private final List<String> impossible = new ArrayList<>();
  private int full;
  private int resumed;
  private long millis;

  /**
   * @param inTime whether to go on; asked now and then
   */
  SelfCheckRun(BooleanSupplier inTime) {
    this.inTime = inTime;
    core = new Core(options());
    watched = new KeeperHookProbe(new AgentCallbacks(core));
  }

  /** Whatever the application's keeper was told to do: this one takes no part in it. */
  private static Options options() {
    try {
      return Options.load(OPTIONS, Map.of(), new Properties());
    } catch (InvalidOptionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What this JVM does not allow is left out. */
  void play() {
    if (System.getProperty("javax.net.debug") != null) {
      impossible.add("javax.net.debug is set and would show its handshakes");
      return;
    }
    if (!KeeperSwitchboard.begin(watched)) {
      impossible.add("another self-check is running");
      return;
    }
    long began = System.nanoTime();
    try {
      playWith(new LoopbackTls(inTime));
    } catch (GeneralSecurityException | IOException | RuntimeException | LinkageError e) {
      impossible.add(e.toString());
    } finally {
      KeeperSwitchboard.end();
    }
    millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private void playWith(LoopbackTls trial) {
    scenes.add(Trigger.SETTING_UP);
    connectTwice(trial, "TLSv1.3", Trigger.TLS13);
    connectTwice(trial, "TLSv1.2", Trigger.TLS12);
    if (scenes.contains(Trigger.FULL)) {
      end(trial);
    }
  }

  private void connectTwice(LoopbackTls trial, String protocol, Trigger scene) {
    try {
      note(trial.connect(protocol), scene);
      note(trial.connect(protocol), scene);
    } catch (SSLException | RuntimeException e) {
      impossible.add("no " + protocol + " (" + e + ")");
    }
  }

  private void note(boolean isResumed, Trigger protocol) {
    scenes.add(protocol);
    if (isResumed) {
      resumed++;
      scenes.add(Trigger.RESUMED);
      scenes.add(protocol == Trigger.TLS13 ? Trigger.TLS13_BY_TICKET : tls12Resumption());
    } else {
      full++;
      scenes.add(Trigger.FULL);
    }
  }

  /** By the last record; if there is none, other weaves tell it. */
  private Trigger tls12Resumption() {
    List<HandshakeRecord> records = core.history().recent();
    boolean byTicket =
        !records.isEmpty() && "ticket".equals(records.get(records.size() - 1).value(Field.VIA));
    return byTicket ? Trigger.TLS12_BY_TICKET : Trigger.TLS12_BY_ID;
  }

  private void end(LoopbackTls trial) {
    if (trial.breakOff()) {
      scenes.add(Trigger.BREAKING_OFF);
    }
    trial.invalidate();
    scenes.add(Trigger.INVALIDATING);
    try {
      if (trial.giveUp()) {
        scenes.add(Trigger.GIVING_UP);
      }
    } catch (SSLException | RuntimeException e) {
      impossible.add("no handshake to abort (" + e + ")");
    }
  }

  /** {@code passed}, {@code failed} or {@code could not run}, and details. */
  String judge(WeaveReport weaves) {
    if (!watched.error().isEmpty()) {
      return "failed: a hook caught an internal error (" + watched.error() + ")";
    }
    if (full > 0 && new Throwable().getStackTrace().length == 0) {
      return "could not run: this JVM has no stack traces, which show the hooks";
    }
    if (full == 0) {
      return "could not run: " + String.join("; ", impossible);
    }
    int called = weaves.rehearsed(scenes, watched.calls());
    List<String> silent = silent(weaves);
    if (!silent.isEmpty()) {
      return "failed: " + String.join("; ", silent);
    }
    if (impossible.isEmpty() && !isRecorded()) {
      return "failed: "
          + full
          + " full and "
          + resumed
          + " resumed handshakes were recorded wrongly";
    }
    return "passed in " + millis + " ms: " + called + " weaves called their hooks" + exceptions();
  }

  private static List<String> silent(WeaveReport weaves) {
    List<String> sentences = new ArrayList<>();
    for (WeaveState weave : weaves.states()) {
      if (weave.state() == WeaveState.State.SILENT) {
        sentences.add(weave.sentence());
      }
    }
    return sentences;
  }

  /** On both sides. */
  private boolean isRecorded() {
    return recorded(Result.FULL) == 2 * full && recorded(Result.RESUMED) == 2 * resumed;
  }

  private long recorded(Result result) {
    long count = 0;
    for (HandshakeRecord one : core.history().recent()) {
      count += one.result() == result ? 1 : 0;
    }
    return count;
  }

  private String exceptions() {
    return impossible.isEmpty() ? "" : "; " + String.join("; ", impossible);
  }
}

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
 * Handshakes with a second keeper behind the hooks, without outputs; it is discarded with them. For
 * one thread, once.
 */
final class SelfCheckRun {
  private static final String OPTIONS = "history=20";

  private final BooleanSupplier inTime;
  private final Core core;
  private final KeeperHookProbe probe;
  private final Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
  private final List<String> obstacles = new ArrayList<>();
  private int full;
  private int resumed;
  private long millis;

  /**
   * @param inTime whether to continue; asked periodically
   */
  SelfCheckRun(BooleanSupplier inTime) {
    this.inTime = inTime;
    core = new Core(options());
    probe = new KeeperHookProbe(new AgentCallbacks(core));
  }

  /** Independent of the options of the application's keeper. */
  private static Options options() {
    try {
      return Options.load(OPTIONS, Map.of(), new Properties());
    } catch (InvalidOptionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Skips what this JVM does not allow. */
  void run() {
    if (System.getProperty("javax.net.debug") != null) {
      obstacles.add("javax.net.debug is set and would show its handshakes");
      return;
    }
    if (!KeeperSwitchboard.begin(probe)) {
      obstacles.add("another self-check is running");
      return;
    }
    long began = System.nanoTime();
    try {
      connect(new LoopbackTls(inTime));
    } catch (GeneralSecurityException | IOException | RuntimeException | LinkageError e) {
      obstacles.add(e.toString());
    } finally {
      KeeperSwitchboard.end();
    }
    millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private void connect(LoopbackTls tls) {
    triggers.add(Trigger.SETTING_UP);
    connectTwice(tls, "TLSv1.3", Trigger.TLS13);
    connectTwice(tls, "TLSv1.2", Trigger.TLS12);
    if (triggers.contains(Trigger.FULL)) {
      end(tls);
    }
  }

  private void connectTwice(LoopbackTls tls, String protocol, Trigger trigger) {
    try {
      note(tls.connect(protocol), trigger);
      note(tls.connect(protocol), trigger);
    } catch (SSLException | RuntimeException e) {
      obstacles.add("no " + protocol + " (" + e + ")");
    }
  }

  private void note(boolean isResumed, Trigger protocol) {
    triggers.add(protocol);
    if (isResumed) {
      resumed++;
      triggers.add(Trigger.RESUMED);
      triggers.add(protocol == Trigger.TLS13 ? Trigger.TLS13_BY_TICKET : tls12Resumption());
    } else {
      full++;
      triggers.add(Trigger.FULL);
    }
  }

  /** By the last record; if there is none, other weaves show it. */
  private Trigger tls12Resumption() {
    List<HandshakeRecord> records = core.history().recent();
    boolean byTicket =
        !records.isEmpty() && "ticket".equals(records.get(records.size() - 1).value(Field.VIA));
    return byTicket ? Trigger.TLS12_BY_TICKET : Trigger.TLS12_BY_ID;
  }

  private void end(LoopbackTls tls) {
    if (tls.breakOff()) {
      triggers.add(Trigger.BREAKING_OFF);
    }
    tls.invalidate();
    triggers.add(Trigger.INVALIDATING);
    try {
      if (tls.giveUp()) {
        triggers.add(Trigger.GIVING_UP);
      }
    } catch (SSLException | RuntimeException e) {
      obstacles.add("no handshake to abort (" + e + ")");
    }
  }

  /** {@code passed}, {@code failed} or {@code could not run}, and details. */
  String verdict(WeaveReport weaves) {
    if (!probe.error().isEmpty()) {
      return "failed: a hook caught an internal error (" + probe.error() + ")";
    }
    if (full > 0 && new Throwable().getStackTrace().length == 0) {
      return "could not run: this JVM has no stack traces, which show the hooks";
    }
    if (full == 0) {
      return "could not run: " + String.join("; ", obstacles);
    }
    int called = weaves.selfChecked(triggers, probe.calls());
    List<String> notCalled = notCalled(weaves);
    if (!notCalled.isEmpty()) {
      return "failed: " + String.join("; ", notCalled);
    }
    if (obstacles.isEmpty() && !isRecorded()) {
      return "failed: "
          + full
          + " full and "
          + resumed
          + " resumed handshakes were recorded wrongly";
    }
    return "passed in " + millis + " ms: " + called + " weaves called their hooks" + exceptions();
  }

  private static List<String> notCalled(WeaveReport weaves) {
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
    return obstacles.isEmpty() ? "" : "; " + String.join("; ", obstacles);
  }
}

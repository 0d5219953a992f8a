package io.jssekeeper.selfcheck;

import io.jssekeeper.bridge.AgentCallbacks;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Result;
import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.weave.Trigger;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
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

  private final Set<LoopbackProtocol> protocols;
  private final LoopbackFiles files;
  private final BooleanSupplier inTime;
  private final SelfCheckFindings all;
  private final SelfCheckFindings findings = new SelfCheckFindings();
  private final Core core;
  private final KeeperHookProbe probe;
  private final Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
  private LoopbackProtocol last;
  private boolean isWhole = true;
  private int full;
  private int resumed;

  /**
   * @param protocols what to connect with, one after the other
   * @param inTime whether to continue; asked periodically
   * @param all is given what it has found, at its end
   */
  SelfCheckRun(
      Set<LoopbackProtocol> protocols,
      LoopbackFiles files,
      BooleanSupplier inTime,
      SelfCheckFindings all) {
    this.protocols = protocols;
    this.files = files;
    this.inTime = inTime;
    this.all = all;
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

  /**
   * Skips what this JVM does not allow.
   *
   * @throws OutOfMemoryError if there was no heap for it or for a hook: nothing has been found then
   */
  void run() {
    long began = System.nanoTime();
    if (System.getProperty("javax.net.debug") != null) {
      obstacle("javax.net.debug is set and would show its handshakes");
    } else if (KeeperSwitchboard.begin(probe)) {
      connect();
    } else {
      obstacle("another self-check is running");
    }
    findings.ran(protocols, System.nanoTime() - began);
    all.add(findings);
  }

  private void connect() {
    try {
      connect(new LoopbackTls(files, inTime));
    } catch (GeneralSecurityException | IOException | RuntimeException | LinkageError e) {
      obstacle(e.toString());
    } finally {
      KeeperSwitchboard.end();
    }
    if (probe.heapWasFull()) {
      throw new OutOfMemoryError("in a hook");
    }
    findings.happened(triggers, full);
    findings.called(probe.calls());
    if (!probe.error().isEmpty()) {
      findings.error("a hook caught an internal error (" + probe.error() + ")");
    }
    if (isWhole && !isRecorded()) {
      findings.mistake(full + " full and " + resumed + " resumed handshakes were recorded wrongly");
    }
  }

  private void obstacle(String sentence) {
    isWhole = false;
    findings.obstacle(sentence);
  }

  private void connect(LoopbackTls tls) {
    triggers.add(Trigger.SETTING_UP);
    for (LoopbackProtocol protocol : protocols) {
      connectTwice(tls, protocol);
    }
    if (last != null) {
      end(tls);
    }
  }

  private void connectTwice(LoopbackTls tls, LoopbackProtocol protocol) {
    try {
      note(tls.connect(protocol.jsseName()), protocol);
      note(tls.connect(protocol.jsseName()), protocol);
    } catch (SSLException | RuntimeException e) {
      obstacle("no " + protocol.jsseName() + " (" + e + ")");
    }
  }

  private void note(boolean isResumed, LoopbackProtocol protocol) {
    last = protocol;
    triggers.add(protocol.trigger());
    if (isResumed) {
      resumed++;
      triggers.add(Trigger.RESUMED);
      triggers.add(
          protocol == LoopbackProtocol.TLS13 ? Trigger.TLS13_BY_TICKET : tls12Resumption());
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
      if (tls.giveUp(last.jsseName())) {
        triggers.add(Trigger.GIVING_UP);
      }
    } catch (SSLException | RuntimeException e) {
      obstacle("no handshake to abort (" + e + ")");
    }
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
}

package io.jssekeeper.log;

import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps probes, such as health checks and port scans, from filling a server's log: of the failures
 * of one kind from one address it passes the first {@value #AS_THEY_ARE}, and then one a minute,
 * which stands for all others of that minute. For one thread.
 *
 * <p>Where JSSE does not know the address, as with many engines, this applies to failures with a
 * known likely cause, from any address.
 */
public final class ProbeGate implements Sink {
  static final int AS_THEY_ARE = 5;

  /** Beyond this many addresses and kinds, the one that was silent for longest is forgotten. */
  static final int MAX_CALLERS = 1_000;

  private static final long SECOND_NANOS = 1_000_000_000;
  private static final long MINUTE_NANOS = 60 * SECOND_NANOS;
  private static final long QUIET_NANOS = 60 * MINUTE_NANOS;

  private final Sink log;
  private final LongSupplier nanoTime;
  private final Map<String, Caller> callers = new LinkedHashMap<>(16, 0.75f, true);
  private int waiting;
  private long looked;

  /**
   * @param nanoTime monotonic, as {@link System#nanoTime}
   */
  public ProbeGate(Sink log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.looked = nanoTime.getAsLong();
  }

  @Override
  public void accept(HandshakeRecord record) {
    boolean isProbe = record.result() == Result.FAILED && record.side() == Side.SERVER;
    if (!isProbe || record.peerHost() == null && record.detail() == null) {
      log.accept(record);
      return;
    }
    long now = nanoTime.getAsLong();
    caller(FailureKind.of(record) + ' ' + record.peerHost(), now).take(record, now);
  }

  private Caller caller(String who, long now) {
    Caller caller = callers.get(who);
    if (caller == null) {
      forgetOneIfFull();
      caller = new Caller(now);
      callers.put(who, caller);
    }
    return caller;
  }

  private void forgetOneIfFull() {
    if (callers.size() >= MAX_CALLERS) {
      Iterator<Caller> eldest = callers.values().iterator();
      eldest.next().end();
      eldest.remove();
    }
  }

  @Override
  public void flush() {
    long now = nanoTime.getAsLong();
    if (now - looked >= SECOND_NANOS) {
      looked = now;
      for (Iterator<Caller> all = callers.values().iterator(); all.hasNext(); ) {
        Caller caller = all.next();
        caller.endIfOver(now);
        if (now - caller.seen >= QUIET_NANOS) {
          all.remove();
        }
      }
    }
    log.flush();
  }

  @Override
  public boolean isWaiting() {
    return waiting > 0 || log.isWaiting();
  }

  @Override
  public void close() {
    for (Caller caller : callers.values()) {
      caller.end();
    }
    callers.clear();
    log.close();
  }

  @Override
  public String toString() {
    return log.toString();
  }

  /** The failures of one kind from one address. */
  private final class Caller {
    private int let;
    private int heldBack;
    private HandshakeRecord last;
    private long minute;
    private long seen;

    Caller(long now) {
      minute = now;
      seen = now;
    }

    void take(HandshakeRecord record, long now) {
      seen = now;
      if (let < AS_THEY_ARE) {
        let++;
        minute = now;
        log.accept(record);
      } else if (heldBack == 0 && now - minute >= MINUTE_NANOS) {
        minute = now;
        log.accept(record);
      } else {
        endIfOver(now);
        hold(record);
      }
    }

    private void hold(HandshakeRecord record) {
      waiting += heldBack == 0 ? 1 : 0;
      heldBack++;
      last = record;
    }

    void endIfOver(long now) {
      if (heldBack > 0 && now - minute >= MINUTE_NANOS) {
        end();
        minute = now;
      }
    }

    void end() {
      if (heldBack > 0) {
        log.accept(heldBack == 1 ? last : last.withSimilar(heldBack - 1));
        waiting--;
        heldBack = 0;
        last = null;
      }
    }
  }
}

package io.jssekeeper.log;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps a flood of failed handshakes from filling a log: of each kind (same side, alert and error)
 * it passes {@value #A_SECOND} a second, and one more that stands for all others of that second.
 * For one thread.
 */
public final class FloodGate implements Sink {
  static final int A_SECOND = 5;

  private static final long SECOND_NANOS = 1_000_000_000;
  private static final int MAX_KINDS = 64;

  private final Sink log;
  private final LongSupplier nanoTime;
  private final Map<String, Second> kinds = new HashMap<>();

  /**
   * @param nanoTime monotonic, as {@link System#nanoTime}
   */
  public FloodGate(Sink log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (record.result() != Result.FAILED) {
      log.accept(record);
      return;
    }
    long now = nanoTime.getAsLong();
    second(kind(record), now).take(record);
  }

  private Second second(String kind, long now) {
    Second second = kinds.get(kind);
    if (second == null || second.isOver(now)) {
      endIfAny(second);
      second = new Second(now);
      kinds.put(kind, second);
    }
    return second;
  }

  private static void endIfAny(Second second) {
    if (second != null) {
      second.end();
    }
  }

  /** Texts that a peer can choose, such as an error's, must not create kinds without limit. */
  private String kind(HandshakeRecord record) {
    String kind = FailureKind.of(record);
    return kinds.size() < MAX_KINDS || kinds.containsKey(kind) ? kind : "";
  }

  @Override
  public void flush() {
    long now = nanoTime.getAsLong();
    for (Iterator<Second> all = kinds.values().iterator(); all.hasNext(); ) {
      Second second = all.next();
      if (second.isOver(now)) {
        second.end();
        all.remove();
      }
    }
    log.flush();
  }

  @Override
  public boolean isWaiting() {
    for (Second second : kinds.values()) {
      if (second.heldBack > 0) {
        return true;
      }
    }
    return log.isWaiting();
  }

  @Override
  public void close() {
    for (Second second : kinds.values()) {
      second.end();
    }
    kinds.clear();
    log.close();
  }

  @Override
  public String toString() {
    return log.toString();
  }

  /** One second's failures of one kind. */
  private final class Second {
    private final long begun;
    private int let;
    private int heldBack;
    private HandshakeRecord last;

    Second(long now) {
      begun = now;
    }

    boolean isOver(long now) {
      return now - begun >= SECOND_NANOS;
    }

    void take(HandshakeRecord record) {
      if (let < A_SECOND) {
        let++;
        log.accept(record);
      } else {
        heldBack++;
        last = record;
      }
    }

    void end() {
      if (heldBack > 0) {
        log.accept(heldBack == 1 ? last : last.withSimilar(heldBack - 1));
        heldBack = 0;
        last = null;
      }
    }
  }
}

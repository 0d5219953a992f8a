package io.jssekeeper.record;

import io.jssekeeper.model.Side;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The certificate that expires first, among those presented in full handshakes of the last hour or
 * two: peers' and this JVM's own, by side. A renewed one is forgotten after that. Thread-safe.
 */
public final class CertificateDays implements Sink {
  /** Which of a record's certificates is meant. */
  public enum Whose {
    PEER,
    OWN
  }

  private static final long WINDOW_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final long NONE = Long.MAX_VALUE;
  private static final double MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);
  private static final int PLACES = Side.values().length * Whose.values().length;

  /** Two windows: the one being filled, and the one before. */
  private final AtomicLongArray ends = new AtomicLongArray(2 * PLACES);

  private volatile long window = Long.MIN_VALUE;

  public CertificateDays() {
    clear(0);
    clear(1);
  }

  @Override
  public void accept(HandshakeRecord record) {
    long now = record.timeMillis() / WINDOW_MILLIS;
    if (now != window) {
      turn(now);
    }
    note(record.side(), Whose.PEER, record.peerCertificateEnd());
    note(record.side(), Whose.OWN, record.ownCertificateEnd());
  }

  private void note(Side side, Whose whose, long end) {
    if (end != NONE) {
      int place = place((int) (window & 1), side, whose);
      long before = ends.get(place);
      while (end < before && !ends.compareAndSet(place, before, end)) {
        before = ends.get(place);
      }
    }
  }

  private synchronized void turn(long now) {
    if (now == window) {
      return;
    }
    clear((int) (now & 1));
    if (now != window + 1) {
      clear((int) (now + 1 & 1));
    }
    window = now;
  }

  private void clear(int half) {
    for (int i = 0; i < PLACES; i++) {
      ends.set(half * PLACES + i, NONE);
    }
  }

  private static int place(int half, Side side, Whose whose) {
    return half * PLACES + side.ordinal() * Whose.values().length + whose.ordinal();
  }

  /** Days until the first one expires, negative if it has; NaN if there was none. */
  public double left(Side side, Whose whose, long nowMillis) {
    long now = nowMillis / WINDOW_MILLIS;
    if (now != window) {
      turn(now);
    }
    long end = Math.min(ends.get(place(0, side, whose)), ends.get(place(1, side, whose)));
    return end == NONE ? Double.NaN : (end - nowMillis) / MILLIS_PER_DAY;
  }

  /** All of them, by side and owner: {@code server own}. */
  public Map<String, Double> byName(long nowMillis) {
    Map<String, Double> days = new TreeMap<>();
    for (Side side : Side.values()) {
      days.put(side.word() + " own", left(side, Whose.OWN, nowMillis));
      days.put(side.word() + " peer", left(side, Whose.PEER, nowMillis));
    }
    return days;
  }
}

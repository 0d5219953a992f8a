package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Finds out by experiment whether the records of one peer's handshakes cause that peer's next
 * handshakes. After {@value #ROUNDS} rounds of records in quick succession it holds the next record
 * back, for as long as those took. If handshakes continue meanwhile, they are the application's:
 * all records are released, and it does not try again for a long time. If they stop, it releases
 * what it holds. If they then resume at once and stop again when held back, {@value #STOPS} times
 * in a row, the records are their cause, and are left out for a while. Then it tries again, after
 * only {@value #ROUNDS_AGAIN} rounds. For one thread.
 */
final class Echo {
  static final int ROUNDS = 8;

  /** For a log that has fed itself before. */
  static final int ROUNDS_AGAIN = 4;

  /** How often the loop must stop while records are held back. */
  static final int STOPS = 3;

  /** A loop with longer gaps between rounds does no harm. */
  static final long MAX_GAP_NANOS = 10_000_000_000L;

  private static final long MIN_PERIOD_NANOS = 300_000_000L;

  /**
   * If more than a quarter of the expected handshakes come while holding, they have not stopped.
   */
  private static final int PART = 4;

  private static final int CAPACITY = 1_000;

  private final Sink log;
  private final Queue<HandshakeRecord> held = new ArrayDeque<>();
  private final GrowingPause pause = new GrowingPause();
  private final GrowingPause silence = new GrowingPause();
  private boolean holding;
  private boolean found;
  private boolean told;
  private int rounds;
  private int records;
  private int stops;
  private long lastBatch = -1;
  private long lastRound;
  private long begun;
  private long heldSince;
  private long period;

  Echo(Sink log) {
    this.log = log;
  }

  /**
   * @param batch changes whenever the logged records have been written out
   */
  void accept(HandshakeRecord record, long batch, long now) {
    if (silence.isOn(now)) {
      return;
    }
    if (pause.isOn(now)) {
      log.accept(record);
      return;
    }
    if (!holding) {
      count(batch, now);
      holding = rounds > (found ? ROUNDS_AGAIN : ROUNDS);
      if (holding) {
        beginHolding(now);
      }
    }
    if (!holding) {
      log.accept(record);
      return;
    }
    held.add(record);
    if (held.size() > maxIfStopped()) {
      passed(now);
    }
  }

  private void count(long batch, long now) {
    if (rounds > 0 && now - lastRound > gap()) {
      rounds = 0;
      stops = 0; // the released records caused nothing
    }
    if (rounds == 0) {
      begun = now;
      records = 0;
    }
    if (batch != lastBatch || rounds == 0) {
      rounds++;
      lastBatch = batch;
      lastRound = now;
    }
    records++;
  }

  /** Once released, a loop resumes as quickly as it ran before. */
  private long gap() {
    return stops == 0 ? MAX_GAP_NANOS : Math.min(MAX_GAP_NANOS, period);
  }

  private void beginHolding(long now) {
    heldSince = now;
    period = Math.max(MIN_PERIOD_NANOS, now - begun);
  }

  /**
   * The record that holding began with, handshakes in progress then, and some of the application's.
   */
  private long maxIfStopped() {
    long expected = records * period / Math.max(1, heldSince - begun);
    return Math.min(CAPACITY, 1 + Math.max(1, expected / PART));
  }

  private void passed(long now) {
    stops = 0;
    found = false;
    silence.reset();
    pause.begin(now);
    endHolding(now);
    rounds = 0;
  }

  private void endHolding(long now) {
    holding = false;
    writeHeld();
    rounds = 1; // the records released now are the first
    records = 1;
    begun = now;
    lastRound = now;
  }

  /** Writes the records held back. */
  void writeHeld() {
    while (!held.isEmpty()) {
      log.accept(held.remove());
    }
  }

  /**
   * Ends a holding period that is over; returns whether it has proved the echo for the first time.
   */
  boolean isProven(long now) {
    if (!holding || now - heldSince < period) {
      return false;
    }
    stops++;
    if (stops < STOPS) {
      endHolding(now);
      return false;
    }
    silence(now);
    boolean isFirst = !told;
    told = true;
    return isFirst;
  }

  private void silence(long now) {
    found = true;
    silence.begin(now);
    holding = false;
    held.clear();
    rounds = 0;
    stops = 0;
  }

  boolean isHolding() {
    return holding;
  }

  /** Whether its state no longer matters. */
  boolean isForgettable(long now) {
    long memory = found ? GrowingPause.MAX_NANOS : MAX_GAP_NANOS;
    return !holding && now - lastRound > memory && !pause.isOn(now) && !silence.isOn(now);
  }
}

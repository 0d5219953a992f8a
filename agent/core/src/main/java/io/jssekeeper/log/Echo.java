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
 * what it holds. If they then resume at once and stop again when held back, {@value #TRIALS} times
 * in a row, the records are their cause, and are left out for a while. Then it tries again, after
 * only {@value #ROUNDS_AGAIN} rounds. For one thread.
 */
final class Echo {
  static final int ROUNDS = 8;

  /** Of one that has fed itself before. */
  static final int ROUNDS_AGAIN = 4;

  static final int TRIALS = 3;

  /** Rounds that are farther apart are no loop that anybody minds. */
  static final long MAX_GAP_NANOS = 10_000_000_000L;

  private static final long MIN_PERIOD_NANOS = 300_000_000L;

  /** Of the handshakes that were to be expected while records are held back: more are no stop. */
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
  private int trials;
  private long lastBatch = -1;
  private long lastRound;
  private long begun;
  private long heldSince;
  private long period;

  Echo(Sink log) {
    this.log = log;
  }

  /**
   * @param batch another one whenever what was logged has been written out
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
        beginTrial(now);
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
      trials = 0; // what was let go has brought nothing
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

  /** After a trial the loop begins again as quickly as it went. */
  private long gap() {
    return trials == 0 ? MAX_GAP_NANOS : Math.min(MAX_GAP_NANOS, period);
  }

  private void beginTrial(long now) {
    heldSince = now;
    period = Math.max(MIN_PERIOD_NANOS, now - begun);
  }

  /** The one that the trial began with, those under way then, and some of the application's own. */
  private long maxIfStopped() {
    long expected = records * period / Math.max(1, heldSince - begun);
    return Math.min(CAPACITY, 1 + Math.max(1, expected / PART));
  }

  private void passed(long now) {
    trials = 0;
    found = false;
    silence.reset();
    pause.begin(now);
    endTrial(now);
    rounds = 0;
  }

  private void endTrial(long now) {
    holding = false;
    writeHeld();
    rounds = 1; // what was let go now is the first
    records = 1;
    begun = now;
    lastRound = now;
  }

  /** Writes out what is held back. */
  void writeHeld() {
    while (!held.isEmpty()) {
      log.accept(held.remove());
    }
  }

  /** Ends a trial whose time is over; returns whether it has proved the echo for the first time. */
  boolean isProven(long now) {
    if (!holding || now - heldSince < period) {
      return false;
    }
    trials++;
    if (trials < TRIALS) {
      endTrial(now);
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
    trials = 0;
  }

  boolean isHolding() {
    return holding;
  }

  /** Nothing is known of it that matters any more. */
  boolean isForgettable(long now) {
    long memory = found ? GrowingPause.MAX_NANOS : MAX_GAP_NANOS;
    return !holding && now - lastRound > memory && !pause.isOn(now) && !silence.isOn(now);
  }
}

package io.jssekeeper.page;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The last hour's handshakes by result and minute of the wall clock; a step of that clock falsifies
 * minutes for an hour. Thread-safe.
 */
final class RecentRates implements Sink {
  static final int MINUTES = 60;

  private final long[][] counts = new long[Result.values().length][MINUTES];
  private long lastMinute;
  private volatile boolean on;

  /** Counts from now on. */
  void start() {
    on = true;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (on) {
      count(record.result(), record.timeMillis());
    }
  }

  synchronized void count(Result result, long millis) {
    long minute = TimeUnit.MILLISECONDS.toMinutes(millis);
    goOnTo(minute);
    if (minute > lastMinute - MINUTES) {
      counts[result.ordinal()][slot(minute)]++;
    }
  }

  /** Clears the minutes that have begun since. */
  private void goOnTo(long minute) {
    for (long next = Math.max(lastMinute, minute - MINUTES) + 1; next <= minute; next++) {
      for (long[] ofResult : counts) {
        ofResult[slot(next)] = 0;
      }
    }
    lastMinute = Math.max(lastMinute, minute);
  }

  private static int slot(long minute) {
    return (int) Math.floorMod(minute, (long) MINUTES);
  }

  /** By result, the oldest minute first; and the end of the last one. */
  synchronized Map<String, Object> values(long nowMillis) {
    goOnTo(TimeUnit.MILLISECONDS.toMinutes(nowMillis));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("stepSeconds", TimeUnit.MINUTES.toSeconds(1));
    values.put("endMillis", TimeUnit.MINUTES.toMillis(lastMinute + 1));
    for (Result result : Result.values()) {
      long[] minutes = new long[MINUTES];
      for (int i = 0; i < MINUTES; i++) {
        minutes[i] = counts[result.ordinal()][slot(lastMinute + 1 + i)];
      }
      values.put(result.word(), minutes);
    }
    return values;
  }
}

package io.jssekeeper.ticketkeys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Random secrets of this JVM alone, one for each period. */
final class JvmSecrets implements SecretSource {
  private final Periods periods;
  private final SecureRandom random = new SecureRandom();

  JvmSecrets(Periods periods) {
    this.periods = periods;
  }

  @Override
  public List<RingEntry> read(Moment now) {
    List<RingEntry> entries = new ArrayList<>();
    long period = periods.at(now.millis);
    for (RingEntry entry : now.ring.entries()) {
      if (now.needs(periods, entry.lastPeriod)) {
        entries.add(entry);
      }
    }
    make(entries, period);
    make(entries, period + 1);
    return entries;
  }

  private void make(List<RingEntry> entries, long period) {
    for (RingEntry entry : entries) {
      if (entry.covers(period)) {
        return;
      }
    }
    byte[] bytes = new byte[Hkdf.BYTES];
    random.nextBytes(bytes);
    entries.add(new RingEntry(Secret.of(bytes, periods), period, period, Long.MIN_VALUE));
  }

  @Override
  public long ageMillis(long nowMillis) {
    return nowMillis - periods.beginMillis(periods.at(nowMillis));
  }

  @Override
  public void close() {}
}

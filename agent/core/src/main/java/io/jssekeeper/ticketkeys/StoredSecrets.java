package io.jssekeeper.ticketkeys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Random secrets, one for each period, agreed on through a store: the first node to ask creates it,
 * a period ahead. There is no leader.
 *
 * <p>If the store is unreachable, what was fetched lasts to the end of the next period. If the
 * store loses what it accepted, as in a failover, nodes disagree for a period, until they ask
 * again.
 */
final class StoredSecrets implements SecretSource {
  private static final long EACH_MILLIS = 60_000;
  private static final long MAX_LIFE_MILLIS = 7L * 24 * 3600 * 1000;
  private static final long MIN_LIFE_MILLIS = 24L * 3600 * 1000;
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final int MAX_PERIODS = 200;

  private final SecretStores stores;
  private final SecretSeal seal;
  private final Periods periods;
  private final String prefix;
  private final SecureRandom random = new SecureRandom();
  private long askedMillis = Long.MIN_VALUE;

  StoredSecrets(SecretStores stores, SecretSeal seal, Periods periods) {
    this.stores = stores;
    this.seal = seal;
    this.periods = periods;
    prefix = stores.prefix();
  }

  @Override
  public List<RingEntry> read(Moment now) throws UnusableSecretsException {
    List<RingEntry> entries = needed(now);
    if (isTime(now, entries)) {
      try (SecretStore store = stores.connect()) {
        take(entries, fetched(store, now));
      }
      askedMillis = now.millis;
    }
    return entries;
  }

  private List<RingEntry> needed(Moment now) {
    List<RingEntry> entries = new ArrayList<>();
    for (RingEntry entry : now.ring.entries()) {
      if (periods.endMillis(entry.lastPeriod) + lifeMillis(now) >= now.millis) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The maximum over all contexts that have sealed here, or the JDK's default if none has. */
  private static long lifeMillis(Moment now) {
    return now.lifeMillis == 0 ? MAX_LIFE_MILLIS : now.lifeMillis;
  }

  /** Does not wait just because the clock was set back. */
  private boolean isTime(Moment now, List<RingEntry> entries) {
    boolean isLongAgo = now.millis - askedMillis >= EACH_MILLIS || now.millis < askedMillis;
    return askedMillis == Long.MIN_VALUE
        || isLongAgo
        || !has(entries, periods.at(now.millis))
        || !has(entries, periods.at(now.millis) + 1);
  }

  private static boolean has(List<RingEntry> entries, long period) {
    for (RingEntry entry : entries) {
      if (entry.covers(period)) {
        return true;
      }
    }
    return false;
  }

  private List<RingEntry> fetched(SecretStore store, Moment now) throws UnusableSecretsException {
    long present = periods.at(now.millis);
    for (long period = present; period <= present + 1; period++) {
      if (store.get(List.of(name(period))).get(0) == null) {
        make(store, period, now);
      }
    }
    boolean isFirst = askedMillis == Long.MIN_VALUE;
    long oldest = isFirst ? periods.at(now.millis - lifeMillis(now)) : present;
    return get(store, Math.max(oldest, present - MAX_PERIODS), present + 1);
  }

  /** If another node was first, its secret is read afterwards. */
  private void make(SecretStore store, long period, Moment now) throws UnusableSecretsException {
    byte[] secret = new byte[Hkdf.BYTES];
    random.nextBytes(secret);
    long life = Math.max(MIN_LIFE_MILLIS, now.lifeMillis);
    long seconds = (periods.endMillis(period) - now.millis + life) / MILLIS_PER_SECOND + 1;
    store.putIfAbsent(name(period), seal.seal(secret, name(period)), seconds);
    java.util.Arrays.fill(secret, (byte) 0);
  }

  private List<RingEntry> get(SecretStore store, long from, long to)
      throws UnusableSecretsException {
    List<String> names = new ArrayList<>();
    for (long period = from; period <= to; period++) {
      names.add(name(period));
    }
    List<byte[]> values = store.get(names);
    List<RingEntry> entries = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        entries.add(entry(values.get(i), from + i));
      }
    }
    return entries;
  }

  private RingEntry entry(byte[] value, long period) throws UnusableSecretsException {
    byte[] secret = seal.open(value, name(period));
    if (secret == null) {
      throw new UnusableSecretsException(
          stores.name()
              + " holds a value under "
              + name(period)
              + " that server.keys.redis.seal does not open");
    }
    return new RingEntry(Secret.of(secret, periods), period, period, Long.MIN_VALUE);
  }

  /** The stored secret goes in front, since others seal with it. */
  private static void take(List<RingEntry> entries, List<RingEntry> fetched) {
    for (RingEntry entry : fetched) {
      RingEntry known = null;
      for (RingEntry each : entries) {
        known = each.secret.isSame(entry.secret) ? each : known;
      }
      if (known == null) {
        entries.add(0, entry);
      } else {
        entry.secret.destroy();
        entries.remove(known);
        entries.add(0, known);
      }
    }
  }

  private String name(long period) {
    return prefix + ":" + periods.millis() / MILLIS_PER_SECOND + ":" + period;
  }

  @Override
  public long ageMillis(long nowMillis) {
    return nowMillis - periods.beginMillis(periods.at(nowMillis));
  }

  @Override
  public void close() {}
}

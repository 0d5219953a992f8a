package io.jssekeeper.ticketkeys;

import java.util.function.Supplier;

/**
 * The shared keys of one session context. Thread-safe.
 *
 * <p>Remembers the key that seals; JSSE remembers those that open.
 *
 * @param <K> a key in the form JSSE uses
 */
public final class ContextKeys<K> {
  /**
   * How long a scope is trusted before it is asked for again: an application may replace its
   * certificate.
   */
  private static final long TRUSTED_MILLIS = 10_000;

  private final TicketKeys keys;
  private final KeyMaker<K> maker;
  private volatile Sealing<K> sealing;
  private volatile Seen seen;

  /** Makes keys in the form JSSE uses. */
  public interface KeyMaker<K> {
    /**
     * @param key 32 bytes, owned by the maker from then on
     * @param endMillis when its period ends, by the wall clock
     * @param origin what it was derived from
     */
    K make(int number, byte[] key, long endMillis, Secret origin);
  }

  public ContextKeys(TicketKeys keys, KeyMaker<K> maker) {
    this.keys = keys;
    this.maker = maker;
  }

  /**
   * The key that seals now; null if there is none.
   *
   * @param identity asked from time to time; if it returns null, the context shares nothing
   * @param lifeMillis how long tickets may be used
   */
  public K sealing(Supplier<TicketIdentity> identity, long lifeMillis) {
    long now = keys.nowMillis();
    Sealing<K> current = sealing;
    if (current != null && current.isFor(keys.ring(), now) && isFresh(now)) {
      return current.key;
    }
    keys.noteLife(lifeMillis);
    try {
      return renew(identity, now);
    } catch (SecretDestroyedException e) {
      return null; // secrets were replaced in the meantime
    }
  }

  private synchronized K renew(Supplier<TicketIdentity> identity, long now) {
    TicketIdentity mine = identity(identity, now);
    SecretRing ring = keys.ring();
    Sealing<K> before = sealing;
    if (before != null && before.isFor(ring, now) && before.isOf(mine)) {
      return before.key;
    }
    sealing = mine == null ? null : sealing(ring, mine, now);
    return sealing == null ? null : sealing.key;
  }

  private Sealing<K> sealing(SecretRing ring, TicketIdentity mine, long now) {
    RingEntry entry = ring.sealing(now);
    return entry == null
        ? null
        : new Sealing<>(ring, mine, now, make(ring.periods(), entry, ring.periods().at(now), mine));
  }

  private K make(Periods periods, RingEntry entry, long period, TicketIdentity mine) {
    return maker.make(
        entry.number(period, mine),
        entry.secret.ticketKey(period, mine),
        periods.endMillis(period),
        entry.secret);
  }

  /**
   * The key of that number; null if no secret yields it.
   *
   * @param lifeMillis how long tickets may be used
   */
  public K opening(int number, Supplier<TicketIdentity> identity, long lifeMillis) {
    long now = keys.nowMillis();
    TicketIdentity mine = identity(identity, now);
    KeyNumber asked = new KeyNumber(number);
    SecretRing ring = keys.ring();
    try {
      boolean isOurs = mine != null && asked.find(ring, mine, now, lifeMillis) == Opening.POSSIBLE;
      return isOurs ? make(ring.periods(), asked.entry(), asked.period(), mine) : null;
    } catch (SecretDestroyedException e) {
      return null; // secrets were replaced in the meantime
    }
  }

  /** Why a ticket with that key number cannot be opened. */
  public Opening verdict(int number, Supplier<TicketIdentity> identity, long lifeMillis) {
    long now = keys.nowMillis();
    TicketIdentity mine = identity(identity, now);
    try {
      return mine == null
          ? Opening.OTHER_SECRET
          : new KeyNumber(number).find(keys.ring(), mine, now, lifeMillis);
    } catch (SecretDestroyedException e) {
      return Opening.OTHER_SECRET;
    }
  }

  /** Eight digits for comparing nodes; empty if the context shares nothing. */
  public String scope() {
    Seen last = seen;
    return last == null || last.identity == null ? "" : TicketIdentity.shown(last.identity.scope());
  }

  /** Forgets the sealing key. */
  public void forget() {
    sealing = null;
    seen = null;
  }

  private boolean isFresh(long now) {
    Seen last = seen;
    return last != null && last.isFresh(now);
  }

  private TicketIdentity identity(Supplier<TicketIdentity> identity, long now) {
    Seen last = seen;
    if (last == null || !last.isFresh(now)) {
      last = new Seen(identity.get(), now);
      seen = last;
    }
    return last.identity;
  }

  /** The context's identity, and when it was asked for. */
  private static final class Seen {
    private final TicketIdentity identity;
    private final long atMillis;

    Seen(TicketIdentity identity, long atMillis) {
      this.identity = identity;
      this.atMillis = atMillis;
    }

    /** Also old if the clock was set back. */
    boolean isFresh(long now) {
      return now >= atMillis && now - atMillis < TRUSTED_MILLIS;
    }
  }

  private static final class Sealing<K> {
    private final SecretRing ring;
    private final TicketIdentity identity;
    private final long fromMillis;
    private final long untilMillis;
    private final K key;

    Sealing(SecretRing ring, TicketIdentity identity, long now, K key) {
      this.ring = ring;
      this.identity = identity;
      this.key = key;
      fromMillis = now;
      untilMillis = ring.settledUntil(now);
    }

    boolean isFor(SecretRing other, long now) {
      return ring == other && now >= fromMillis && now < untilMillis;
    }

    boolean isOf(TicketIdentity other) {
      return other != null && identity.isSame(other);
    }
  }
}

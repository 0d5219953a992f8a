package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.RemovalCause;
import java.util.List;
import java.util.Map;

/**
 * The sessions of one session context, found by id and by peer.
 *
 * <p>One rule each for time (a session lives for the timeout from its own full handshake, by a
 * monotonic clock), room (capacity: the least recently used leaves first; strong references: as the
 * {@link HeapQuota} grants) and membership (an entry leaves every index at once, with one {@link
 * RemovalCause}). A look-up takes no lock, unless it takes a ticket. Thread-safe; no lock is held
 * while calling out.
 *
 * @param <S> the type of a session
 */
public final class SessionStore<S> {
  final StoreLock lock;

  final Ticker ticker;
  private final HeapQuota quota;
  final SessionTimeout timeout;
  private final StoreCounts counts;
  private final PeerIndex<S> peers;
  final Entries<S> entries;
  private final Maintenance<S> maintenance;
  private final StrongSessions<S> strong;

  /**
   * @param ticketsPerPeer how many unused tickets are kept for one peer, 0 or more
   */
  public SessionStore(Ticker ticker, HeapQuota quota, int ticketsPerPeer) {
    this(ticker, quota, ticketsPerPeer, RemovalListener.NONE);
  }

  /** The same, notifying the listener of each removal. */
  public SessionStore(
      Ticker ticker, HeapQuota quota, int ticketsPerPeer, RemovalListener listener) {
    this.ticker = ticker;
    this.quota = quota;
    this.entries = new Entries<>(quota, ticketsPerPeer, ticker, listener);
    this.lock = entries.lock;
    this.counts = entries.counts;
    this.timeout = entries.timeout;
    this.peers = new PeerIndex<>(this, lock, entries.pools, ticker);
    this.maintenance = new Maintenance<>(lock, entries, timeout, ticker);
    this.strong = new StrongSessions<>(lock, entries, maintenance);
  }

  public StoreCounts counts() {
    return counts;
  }

  /** The same sessions, found by peer. */
  public PeerIndex<S> peers() {
    return peers;
  }

  /** The number of sessions, whether strongly, softly or weakly held. */
  public int size() {
    return entries.byId.size();
  }

  /** How many of the resumable sessions are held softly. */
  public int softlyHeld() {
    lock.lock();
    try {
      return entries.references.orders.soft();
    } finally {
      lock.unlock();
    }
  }

  /** The strongly held ones. */
  public StrongSessions<S> strong() {
    return strong;
  }

  /** The maximum number of sessions; 0 is no limit. */
  public int capacity() {
    return maintenance.capacity();
  }

  /** How long a session may be resumed, in whole seconds; 0 is no limit. */
  public long timeoutSeconds() {
    return timeout.timeoutSeconds();
  }

  /**
   * Takes effect immediately: each session counts by its own age. Sessions that had expired by the
   * old timeout leave first, so that none is prolonged after its end.
   */
  public void setTimeout(int seconds) {
    maintenance.setTimeout(seconds);
  }

  /** Takes effect immediately: the least recently used beyond it leave as evicted. */
  public void setCapacity(int sessions) {
    maintenance.setCapacity(Math.max(0, sessions));
  }

  /**
   * Whether there is a session with that id, valid or not. Does not count as a use; takes no lock.
   */
  public boolean has(Object id) {
    return entries.byId.get(id) != null;
  }

  /** The session with that id, or null. Counts as a use. */
  public S get(Object id) {
    return answer(entries.byId.get(id));
  }

  /** The result of a look-up, as reported by the caller. */
  public void lookedUp(boolean hit) {
    counts.lookedUp(hit);
  }

  /**
   * Stores a session. The same session again counts as a use; another one with the same id is
   * replaced. Beyond the capacity, sessions that cannot be resumed leave first, then the least
   * recently used: immediately, or, if very many have been used since the last time, with the next
   * sweep.
   */
  public void put(Object id, S session, SessionAttributes attributes) {
    long now = ticker.nanos();
    Entry<S> entry = new Entry<>(id, attributes, now);
    boolean more;
    lock.lock();
    try {
      entries.drainCleared(Maintenance.BATCH_SIZE_OF_PUT);
      entries.put(entry, session, attributes, now);
      more = maintenance.evictBatch(now, Maintenance.BATCH_SIZE_OF_PUT);
    } finally {
      lock.unlock();
    }
    settle(more);
  }

  /**
   * As {@link #put} for a session that is stored under that id, with hardly any allocation. Returns
   * false, and does nothing, if it is not stored.
   */
  public boolean putAgain(Object id, S session, long limitNanos) {
    Entry<S> known = entries.byId.get(id);
    if (known == null || known.session() != session) {
      return false;
    }
    lock.lock();
    try {
      boolean isIn = entries.contains(known);
      if (isIn) {
        entries.addAgain(known, SessionAttributes.limit(limitNanos), ticker.nanos());
      }
      return isIn;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Enforces the capacity, if there is more to evict, and the budget, as far as a handshake can
   * wait.
   */
  private void settle(boolean more) {
    if (more) {
      maintenance.evictSome();
    }
    quota.settle();
  }

  /** As after a put. */
  void settle() {
    boolean more;
    lock.lock();
    try {
      more = maintenance.evictBatch(ticker.nanos(), Maintenance.BATCH_SIZE_OF_PUT);
    } finally {
      lock.unlock();
    }
    settle(more);
  }

  /** Removes a session that JSSE removes: pulled if it was a taken ticket, else invalidated. */
  public void remove(Object id) {
    remove(id, RemovalCause.INVALIDATED);
  }

  /** Removes a session that has expired by another clock than the store's. */
  public void expire(Object id) {
    remove(id, RemovalCause.EXPIRED);
  }

  private void remove(Object id, RemovalCause cause) {
    lock.lock();
    try {
      Entry<S> entry = entries.byId.get(id);
      if (entry != null) {
        boolean pulled = entry.taken && cause == RemovalCause.INVALIDATED;
        entries.remove(entry, pulled ? RemovalCause.PULLED : cause);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes a ticket in order to use it once; null if there is none. Any other session is left
   * alone: JSSE would not resume it this way, and a client that sends its id as a ticket has proved
   * nothing.
   */
  public S pull(Object id) {
    S session;
    lock.lock();
    try {
      session = entries.pull(id, ticker.nanos());
    } finally {
      lock.unlock();
    }
    counts.lookedUp(session != null);
    return session;
  }

  /** Removes a resumable session; null if there is none, or if it is taken. */
  public S takeOut(Object id) {
    lock.lock();
    try {
      return entries.takeOut(id, ticker.nanos());
    } finally {
      lock.unlock();
    }
  }

  /**
   * A copy of the live sessions by id; never more than the capacity. Reading it blocks no thread.
   */
  public Map<Object, S> snapshot() {
    return entries.copyOfLive(ticker.nanos(), capacity());
  }

  /** A copy of the live sessions that are resumable and not taken: tickets in order of arrival. */
  public List<S> resumable() {
    return entries.copyOfResumable();
  }

  /** The unexpired sessions at this moment. Takes no lock, and does not count as a use. */
  public List<StoredSession<S>> list() {
    return StoredSession.listOf(this);
  }

  /** What is remembered of an id or a peer that is not stored. */
  public RemovalHistory.Answer recall(Object idOrPeer) {
    lock.lock();
    try {
      return entries.recall(idOrPeer, ticker.nanos());
    } finally {
      lock.unlock();
    }
  }

  /** Removes expired, collected and excess sessions; others can use the store meanwhile. */
  public void sweep() {
    maintenance.sweep();
  }

  S answer(Entry<S> entry) {
    if (entry == null) {
      return null;
    }
    long now = ticker.nanos();
    S session = entry.session();
    if (session == null || timeout.isOver(entry, now)) {
      return removeOrAnswer(entry, now);
    }
    entry.touch(now);
    if (entry.isSoft() && quota.fits(entry.bytes)) {
      strong.harden(entry, session);
      quota.settle();
    }
    return session;
  }

  /**
   * Usually returns null, and the entry leaves, so that the reason is known from now on. Does not
   * wait for that: {@link #recall} makes up for it.
   */
  private S removeOrAnswer(Entry<S> entry, long now) {
    if (!lock.tryLock()) {
      return null;
    }
    try {
      return entries.live(entry, now);
    } finally {
      lock.unlock();
    }
  }
}

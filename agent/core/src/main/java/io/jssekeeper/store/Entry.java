package io.jssekeeper.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * One session in a store, with its place in every order.
 *
 * <p>The private fields may be read at any time; all others are guarded by the store's lock. One
 * field holds either the session itself or a reference to it: a wrapper would cost 16 bytes per
 * session.
 */
final class Entry<S> extends EntryIndex.Indexed<S> {
  /** The position of an entry that is in no heap. */
  static final int NOWHERE = -1;

  private static final byte NOT = 0;
  private static final byte STRONGLY = 1;
  private static final byte SOFTLY = 2;
  private static final byte WEAKLY = 3;

  /** Writes without a fence: a reader without the lock could as well have read earlier. */
  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<Entry, Object> HELD =
      AtomicReferenceFieldUpdater.newUpdater(Entry.class, Object.class, "held");

  final long birthNanos;
  final int bytes;
  final SessionAttributes.Use use;
  final SessionAttributes.SharedBytes shared;

  private volatile Object held;

  /** Not volatile: a stamp that becomes visible late only makes the order of use a little older. */
  private long used;

  /** Its own limit, or null; most have none. */
  private volatile Limit limit;

  String peer;

  /** The latest of its links with other peers than its own; nearly always null. */
  FurtherLinks.Link<S> further;

  /**
   * How the session is held, as {@link #held} says too: asking an object for its class fetches it
   * into the cache, and a session that is evicted has long left that. Readers without the lock may
   * see it late.
   */
  private byte hold;

  boolean taken;

  /** Whether JSSE has refused to offer it before. */
  boolean refused;

  boolean counted;

  /** Distinguishes tickets by their order of arrival. */
  int arrival;

  /** Whether no use of it is known, and it is in one list for both orders: {@link EntryOrders}. */
  boolean fresh;

  long queuedUse;
  int placeByBirth = NOWHERE;
  int placeByUse = NOWHERE;
  Entry<S> previousByBirth;
  Entry<S> nextByBirth;
  Entry<S> previousByUse;
  Entry<S> nextByUse;

  Entry(Object id, SessionAttributes attributes, long now) {
    super(id, id.hashCode());
    this.birthNanos = now - attributes.ageNanos;
    this.bytes = attributes.bytes;
    this.use = attributes.use;
    this.shared = attributes.shared;
    this.used = now;
    this.queuedUse = now;
    this.limit = limitOf(attributes.limitNanos, now);
  }

  /** The same session again, after it has left. */
  Entry(Entry<S> gone, long now) {
    super(gone.id, gone.hash);
    this.birthNanos = gone.birthNanos;
    this.bytes = gone.bytes;
    this.use = gone.use;
    this.shared = gone.shared;
    this.used = now;
    this.queuedUse = now;
    this.limit = gone.isLimited() ? new Limit(gone.limitNanos()) : null;
    this.peer = gone.peer;
    this.counted = gone.counted;
    this.refused = gone.refused;
    this.arrival = gone.arrival;
  }

  /** The limit set by the peer; the limit so far if the peer set none. */
  Limit limitOf(long limitNanos, long now) {
    return limitNanos > 0 ? new Limit(now + limitNanos) : limit;
  }

  /** That time, or its own limit if that is earlier. */
  Limit limitAt(long nanos) {
    Limit own = limit;
    return new Limit(own != null && own.nanos - nanos < 0 ? own.nanos : nanos);
  }

  /** Null stands for none. */
  void limit(Limit next) {
    limit = next;
  }

  /** Whether it is linked with that peer. */
  boolean isOf(String otherPeer) {
    boolean linked = otherPeer.equals(peer);
    for (FurtherLinks.Link<S> link = further; !linked && link != null; link = link.next) {
      linked = otherPeer.equals(link.peer);
    }
    return linked;
  }

  boolean isLimited() {
    return limit != null;
  }

  /** Only for one that {@linkplain #isLimited is limited}, which stays so. */
  long limitNanos() {
    return limit.nanos;
  }

  int placeByLimit() {
    Limit own = limit;
    return own == null ? NOWHERE : own.place;
  }

  void setPlaceByLimit(int place) {
    limit.place = place;
  }

  /** The session, or null when the collector took it or it has left. */
  @SuppressWarnings("unchecked")
  S session() {
    Object h = held;
    return (S) (h instanceof Reference ? ((Reference<?>) h).get() : h);
  }

  long used() {
    return used;
  }

  void touch(long now) {
    used = now;
  }

  boolean isSoft() {
    return hold == SOFTLY;
  }

  boolean isStrong() {
    return hold == STRONGLY;
  }

  void holdStrongly(S session) {
    hold(session, STRONGLY);
  }

  void holdSoftly(S session, ReferenceQueue<S> cleared) {
    hold(softly(session, cleared), SOFTLY);
  }

  /** A soft reference to its session, for holding it softly later. */
  Object softly(S session, ReferenceQueue<S> cleared) {
    return new Soft<>(session, cleared, this);
  }

  /** Holds its session through that {@linkplain #softly soft reference}. */
  void holdSoftly(Object reference) {
    hold(reference, SOFTLY);
  }

  void holdWeakly(S session, ReferenceQueue<S> cleared) {
    hold(new Weak<>(session, cleared, this), WEAKLY);
  }

  void dropReference() {
    hold(null, NOT);
  }

  private void hold(Object object, byte how) {
    HELD.lazySet(this, object);
    hold = how;
  }

  /** A time limit set by the peer, and the entry's place in the order of these. */
  static final class Limit {
    private final long nanos;

    /** Guarded by the store's lock. */
    private int place = NOWHERE;

    private Limit(long nanos) {
      this.nanos = nanos;
    }
  }

  /** A reference that knows its entry, for when the collector clears it. */
  interface Emptied<S> {
    Entry<S> entry();
  }

  private static final class Soft<S> extends SoftReference<S> implements Emptied<S> {
    private final Entry<S> entry;

    Soft(S session, ReferenceQueue<S> cleared, Entry<S> entry) {
      super(session, cleared);
      this.entry = entry;
    }

    @Override
    public Entry<S> entry() {
      return entry;
    }
  }

  private static final class Weak<S> extends WeakReference<S> implements Emptied<S> {
    private final Entry<S> entry;

    Weak(S session, ReferenceQueue<S> cleared, Entry<S> entry) {
      super(session, cleared);
      this.entry = entry;
    }

    @Override
    public Entry<S> entry() {
      return entry;
    }
  }
}

package io.jssekeeper.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * One session in a store, with its place in every order.
 *
 * <p>The private fields may be read at any time, all others are guarded by the store's lock. The
 * session is held in one field that is either the session itself or a reference to it: a wrapper
 * for each would cost 16 bytes a session.
 */
final class Entry<S> {
  /** A place in no heap. */
  static final int NOWHERE = -1;

  /** Writes without a fence: whoever reads without the lock may as well have read earlier. */
  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<Entry, Object> HELD =
      AtomicReferenceFieldUpdater.newUpdater(Entry.class, Object.class, "held");

  final Object id;
  final int hash;
  final long birthNanos;
  final int bytes;
  final Traits.Use use;
  final SharedHeap shared;

  private volatile Object held;

  /** Not volatile: a stamp that is seen late makes the order of use a little older. */
  private long used;

  /** Own time to leave, by the peer; {@link #isLimited} says whether there is one. */
  private volatile long limitNanos;

  private volatile boolean limited;

  String peer;
  boolean taken;
  boolean counted;

  /** Tells tickets apart by the order in which they came. */
  int arrival;

  long queuedUse;
  int placeByBirth = NOWHERE;
  int placeByUse = NOWHERE;
  int placeByLimit = NOWHERE;
  Entry<S> previousByBirth;
  Entry<S> nextByBirth;
  Entry<S> previousByUse;
  Entry<S> nextByUse;

  Entry(Object id, Traits traits, long now) {
    this.id = id;
    this.hash = id.hashCode();
    this.birthNanos = now - traits.ageNanos;
    this.bytes = traits.bytes;
    this.use = traits.use;
    this.shared = traits.shared;
    this.used = now;
    this.queuedUse = now;
    limit(traits, now);
  }

  /** The same session again, after it has left. */
  Entry(Entry<S> gone, long now) {
    this.id = gone.id;
    this.hash = gone.hash;
    this.birthNanos = gone.birthNanos;
    this.bytes = gone.bytes;
    this.use = gone.use;
    this.shared = gone.shared;
    this.used = now;
    this.queuedUse = now;
    this.limitNanos = gone.limitNanos;
    this.limited = gone.limited;
    this.peer = gone.peer;
    this.counted = gone.counted;
    this.arrival = gone.arrival;
  }

  /** Takes over what the peer has said of how long it may be resumed, if it has. */
  void limit(Traits traits, long now) {
    if (traits.limitNanos > 0) {
      limitNanos = now + traits.limitNanos;
      limited = true;
    }
  }

  /** Lets it leave at that time, or at its own limit if that is earlier. */
  void limitTo(long nanos) {
    limitNanos = limited && limitNanos - nanos < 0 ? limitNanos : nanos;
    limited = true;
  }

  boolean isLimited() {
    return limited;
  }

  long limitNanos() {
    return limitNanos;
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
    return held instanceof SoftReference;
  }

  boolean isStrong() {
    Object h = held;
    return h != null && !(h instanceof Reference);
  }

  void holdStrongly(S session) {
    HELD.lazySet(this, session);
  }

  void holdSoftly(S session, ReferenceQueue<S> cleared) {
    HELD.lazySet(this, new Soft<>(session, cleared, this));
  }

  void holdWeakly(S session, ReferenceQueue<S> cleared) {
    HELD.lazySet(this, new Weak<>(session, cleared, this));
  }

  void letGo() {
    HELD.lazySet(this, null);
  }

  /** By id: see {@link Index}. */
  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof Entry && ((Entry<?>) other).id.equals(id));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** A reference that knows which entry the collector emptied. */
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

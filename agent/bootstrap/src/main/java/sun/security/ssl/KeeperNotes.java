package sun.security.ssl;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What has been noted of objects, each by its identity and held weakly, until it is taken.
 * Thread-safe.
 *
 * <p>A handshake takes most notes soon after it has written them, so that a few places, used
 * without a lock, are enough for nearly all. A note that finds its place taken goes into a map. One
 * that is never taken stays until its object has been collected and a few more have been written.
 *
 * @param <V> the type of a note's content
 */
public final class KeeperNotes<V> {
  /** A power of two. */
  private static final int PLACES = 64;

  private final AtomicReferenceArray<Note<V>> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger nextToExamine = new AtomicInteger();
  private final Map<Note<V>, Note<V>> crowd = new HashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** The size of the map, which its monitor guards; never less while one is being added. */
  private volatile int crowdSize;

  /** Replaces what was noted of that object before. */
  public void put(Object object, V content) {
    int place = place(object);
    Note<V> other = places.get(place);
    boolean isFree = other == null || other.isOf(object) || other.isOver();
    if (!isFree || !places.compareAndSet(place, other, new Note<>(object, content, null))) {
      putIntoCrowd(object, content);
    } else if (crowdSize > 0) {
      inCrowd(object, true);
    }
    examineOne();
  }

  /** Null if nothing is noted of that object. */
  public V get(Object object) {
    Note<V> note = places.get(place(object));
    if (note != null && note.isOf(object)) {
      return note.content;
    }
    return crowdSize == 0 ? null : inCrowd(object, false);
  }

  /** As {@link #get}, and forgets it: of two threads one gets it. */
  public V take(Object object) {
    int place = place(object);
    Note<V> note = places.get(place);
    if (note != null && note.isOf(object)) {
      return places.compareAndSet(place, note, null) ? note.content : null;
    }
    return crowdSize == 0 ? null : inCrowd(object, true);
  }

  private static int place(Object object) {
    return System.identityHashCode(object) & (PLACES - 1);
  }

  private void examineOne() {
    int place = nextToExamine.getAndIncrement() & (PLACES - 1);
    Note<V> note = places.get(place);
    if (note != null && note.isOver()) {
      places.compareAndSet(place, note, null);
    }
  }

  private void putIntoCrowd(Object object, V content) {
    Note<V> note = new Note<>(object, content, collected);
    synchronized (crowd) {
      crowdSize++;
      crowd.remove(note);
      crowd.put(note, note);
      forgetCollected();
    }
  }

  private V inCrowd(Object object, boolean taking) {
    Note<V> wanted = new Note<>(object, null, null);
    synchronized (crowd) {
      Note<V> note = taking ? crowd.remove(wanted) : crowd.get(wanted);
      forgetCollected();
      return note == null ? null : note.content;
    }
  }

  private void forgetCollected() {
    Reference<?> note = collected.poll();
    while (note != null) {
      crowd.remove(note);
      note = collected.poll();
    }
    crowdSize = crowd.size();
  }

  /** Once its object is collected, a note equals itself only. */
  private static final class Note<V> extends WeakReference<Object> {
    final V content;
    private final int hash;

    Note(Object object, V content, ReferenceQueue<Object> collected) {
      super(object, collected);
      this.content = content;
      this.hash = System.identityHashCode(object);
    }

    boolean isOf(Object object) {
      return get() == object;
    }

    boolean isOver() {
      return get() == null;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      Object mine = get();
      return this == other
          || mine != null && other instanceof Note && ((Note<?>) other).get() == mine;
    }
  }
}

package sun.security.ssl;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What has been noted of objects, each by its identity and held weakly, until it is taken.
 * Thread-safe, without a monitor: a virtual thread that waits with one pins its carrier before JDK
 * 24 (JEP 491).
 *
 * <p>A handshake takes most notes soon after it has written them, so that a few places are enough
 * for nearly all. A note that finds its place taken goes into a map. Notes of objects that have
 * been collected are removed as others are written and taken.
 *
 * @param <V> the type of a note's content
 */
public final class KeeperNotes<V> {
  /** A power of two. */
  private static final int PLACES = 64;

  /** How many notes of collected objects a call removes: more than the one that it may add. */
  private static final int REMOVED_PER_CALL = 4;

  private final AtomicReferenceArray<Note<V>> places = new AtomicReferenceArray<>(PLACES);

  /** Not a {@code HashMap}, which may lose entries once it could not grow for want of heap. */
  private final Map<Note<V>, Note<V>> crowd = new ConcurrentHashMap<>();

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** Replaces what was noted of that object before. */
  public void put(Object object, V content) {
    forgetCollected();
    Note<V> note = new Note<>(object, content, collected);
    Note<V> other = places.get(note.place());
    boolean isFree = other == null || other.isOf(object);
    if (!isFree || !places.compareAndSet(note.place(), other, note)) {
      crowd.put(note, note);
    } else if (!crowd.isEmpty()) {
      crowd.remove(note);
    }
  }

  /** Null if nothing is noted of that object. */
  public V get(Object object) {
    Note<V> note = places.get(place(System.identityHashCode(object)));
    if (note == null || !note.isOf(object)) {
      note = crowd.isEmpty() ? null : crowd.get(new Note<V>(object, null, null));
    }
    return note == null ? null : note.content;
  }

  /** As {@link #get}, and forgets it: of two threads one gets it. */
  public V take(Object object) {
    forgetCollected();
    int place = place(System.identityHashCode(object));
    Note<V> note = places.get(place);
    if (note != null && note.isOf(object)) {
      return places.compareAndSet(place, note, null) ? note.content : null;
    }
    note = crowd.isEmpty() ? null : crowd.remove(new Note<V>(object, null, null));
    return note == null ? null : note.content;
  }

  private void forgetCollected() {
    for (int i = 0; i < REMOVED_PER_CALL; i++) {
      Note<?> note = (Note<?>) collected.poll();
      if (note == null) {
        return;
      }
      forget(note);
    }
  }

  private void forget(Note<?> note) {
    int place = note.place();
    Note<V> there = places.get(place);
    if (there == note) {
      places.compareAndSet(place, there, null);
    } else {
      crowd.remove(note);
    }
  }

  private static int place(int hash) {
    return hash & (PLACES - 1);
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

    int place() {
      return KeeperNotes.place(hash);
    }

    boolean isOf(Object object) {
      return get() == object;
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

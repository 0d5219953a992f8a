package io.jssekeeper.tracking;

import io.jssekeeper.threads.StackRoom;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * One note for each of some objects, by its identity; a note holds its object weakly. Thread-safe,
 * without a monitor.
 *
 * <p>For objects with which mostly one thread deals, and not with many at once: each thread has a
 * few places, shared with few other threads. A note that finds them taken goes into a map, which
 * alone needs the object's identity hash: computing that takes the JVM longer than all the rest. A
 * thread that finds a note neither in its own places nor in the map looks into all places.
 *
 * <p>A collection may leave many notes of dead objects at once. Each addition removes a few; only
 * {@link #forgetDead} and {@link #size} remove them all.
 *
 * @param <N> the type of a note
 */
public final class WeakNotes<N extends WeakNotes.Note> {
  /** A power of two. */
  private static final int THREADS = 32;

  private static final int PLACES_EACH = 4;
  private static final int PLACES = THREADS * PLACES_EACH;
  private static final int NONE = -1;

  /** How many notes of dead objects an addition removes: more than the one that it adds. */
  private static final int DEAD_PER_ADDITION = 4;

  private final AtomicReferenceArray<N> places = new AtomicReferenceArray<>(PLACES);

  /** Not a {@code HashMap}, which may lose entries once it could not grow for want of heap. */
  private final Map<Object, N> crowd = new ConcurrentHashMap<>();

  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private final Consumer<? super N> onDead;

  /**
   * @param onDead is given the note of each object that was collected, by the thread that removes
   *     the note
   */
  public WeakNotes(Consumer<? super N> onDead) {
    this.onDead = onDead;
  }

  /**
   * Adds the note of an object that has none.
   *
   * @throws OutOfMemoryError if the heap is full; the note is then not added
   */
  public void add(N note) {
    forgetDead(DEAD_PER_ADDITION);
    int first = firstOfThread();
    for (int place = first; place < first + PLACES_EACH; place++) {
      if (places.get(place) == null) {
        note.place = place;
        if (places.compareAndSet(place, null, note)) {
          return;
        }
      }
    }
    note.place = NONE;
    addToCrowd(note);
  }

  private void addToCrowd(N note) {
    try {
      crowd.put(note, note);
    } catch (OutOfMemoryError e) {
      crowd.remove(note); // a map may hold it already when it fails to grow
      throw e;
    }
  }

  /** The note of that object, or null. */
  public N get(Object object) {
    int first = firstOfThread();
    N note = find(object, first, first + PLACES_EACH);
    if (note == null && !crowd.isEmpty()) {
      note = crowd.get(new IdentityLookup(object));
    }
    return note == null ? find(object, 0, PLACES) : note;
  }

  private N find(Object object, int from, int to) {
    for (int place = from; place < to; place++) {
      N note = places.get(place);
      if (note != null && note.get() == object) {
        return note;
      }
    }
    return null;
  }

  /** Removes the note of that object: of two threads one gets it, the other null. */
  public N remove(Object object) {
    N note = get(object);
    return note != null && take(note) ? note : null;
  }

  /** False if another thread has removed it. */
  private boolean take(Note note) {
    return note.place == NONE
        ? crowd.remove(note) != null
        : places.get(note.place) == note && places.compareAndSet(note.place, cast(note), null);
  }

  @SuppressWarnings("unchecked") // only notes of this type are added
  private N cast(Note note) {
    return (N) note;
  }

  /** The number of notes whose objects are not known to be dead. */
  public int size() {
    forgetDead();
    int size = crowd.size();
    for (int place = 0; place < PLACES; place++) {
      size += places.get(place) == null ? 0 : 1;
    }
    return size;
  }

  /** Removes the notes of all dead objects. */
  public void forgetDead() {
    forgetDead(Integer.MAX_VALUE);
  }

  private void forgetDead(int most) {
    StackRoom.require(); // the queue has a lock from JDK 19 to 23
    for (int i = 0; i < most; i++) {
      Reference<?> reference = dead.poll();
      if (reference == null) {
        return;
      }
      Note note = (Note) reference;
      if (take(note)) {
        onDead.accept(cast(note));
      }
    }
  }

  /** {@code Thread.threadId}, which replaces {@code getId} from JDK 19 on, is missing in JDK 11. */
  @SuppressWarnings("deprecation")
  private static int firstOfThread() {
    return ((int) Thread.currentThread().getId() & THREADS - 1) * PLACES_EACH;
  }

  /** What is noted of an object. Once that is collected, a note equals itself only. */
  public abstract static class Note extends WeakIdentityKey {
    /** Written before it is added. */
    int place;

    /**
     * @param notes those that it will be added to
     */
    protected Note(Object object, WeakNotes<?> notes) {
      super(object, notes.dead);
    }
  }
}

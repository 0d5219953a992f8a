package io.jssekeeper.tracking;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * One note for each of some objects, by its identity; a note holds its object weakly. Thread-safe,
 * without a monitor.
 *
 * <p>For notes that are removed soon after they were added, so that a few places are enough for
 * nearly all: a note that finds its place taken goes into a map. A collection may leave many notes
 * of dead objects at once. Each addition removes a few; only {@link #forgetDead} and {@link #size}
 * remove them all.
 *
 * @param <N> the type of a note
 */
public final class WeakNotes<N extends WeakNotes.Note> {
  /** A power of two. */
  private static final int PLACES = 64;

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

  /** Where notes for this are enqueued once their objects are dead. */
  public ReferenceQueue<Object> queue() {
    return dead;
  }

  /**
   * Adds a note of an object that has none, as far as is known; if it has one, the new one replaces
   * it.
   *
   * @throws OutOfMemoryError if the heap is full; the note is then not added
   */
  public void add(N note) {
    forgetDead(DEAD_PER_ADDITION);
    int place = note.place();
    N other = places.get(place);
    boolean isFree = other == null || other.isOfSame(note);
    if (!isFree || !places.compareAndSet(place, other, note)) {
      addToCrowd(note);
    } else if (!crowd.isEmpty()) {
      crowd.remove(note);
    }
  }

  private void addToCrowd(N note) {
    try {
      crowd.remove(note); // the map would keep an equal key, and its value's object must be its key
      crowd.put(note, note);
    } catch (OutOfMemoryError e) {
      crowd.remove(note); // a map may hold it already when it fails to grow
      throw e;
    }
  }

  /** The note of that object, or null. */
  public N get(Object object) {
    N note = places.get(place(System.identityHashCode(object)));
    if (note != null && note.isOf(object)) {
      return note;
    }
    return crowd.isEmpty() ? null : crowd.get(new LookupKey(object));
  }

  /** Removes the note of that object: of two threads one gets it, the other null. */
  public N remove(Object object) {
    int place = place(System.identityHashCode(object));
    N note = places.get(place);
    if (note != null && note.isOf(object)) {
      return places.compareAndSet(place, note, null) ? note : null;
    }
    return crowd.isEmpty() ? null : crowd.remove(new LookupKey(object));
  }

  /** The number of notes whose objects are not known to be dead. */
  public int size() {
    forgetDead();
    int size = crowd.size();
    for (int i = 0; i < PLACES; i++) {
      size += places.get(i) == null ? 0 : 1;
    }
    return size;
  }

  /** Removes the notes of all dead objects. */
  public void forgetDead() {
    forgetDead(Integer.MAX_VALUE);
  }

  private void forgetDead(int most) {
    for (int i = 0; i < most; i++) {
      Reference<?> reference = dead.poll();
      if (reference == null) {
        return;
      }
      N note = forget((Note) reference);
      if (note != null) {
        onDead.accept(note);
      }
    }
  }

  /** Null if it had been removed. */
  private N forget(Note note) {
    N there = places.get(note.place());
    if (there == note) {
      return places.compareAndSet(note.place(), there, null) ? there : null;
    }
    return crowd.remove(note);
  }

  private static int place(int hash) {
    return hash & (PLACES - 1);
  }

  /** What is noted of an object. Once that is collected, a note equals itself only. */
  public abstract static class Note extends WeakReference<Object> {
    private final int hash;

    /**
     * @param notes those that it will be added to
     */
    protected Note(Object object, WeakNotes<?> notes) {
      super(object, notes.queue());
      hash = System.identityHashCode(object);
    }

    final int place() {
      return WeakNotes.place(hash);
    }

    final boolean isOf(Object object) {
      return get() == object;
    }

    final boolean isOfSame(Note other) {
      Object mine = get();
      return mine != null && other.get() == mine;
    }

    @Override
    public final int hashCode() {
      return hash;
    }

    @Override
    public final boolean equals(Object other) {
      return this == other || other instanceof Note && isOfSame((Note) other);
    }
  }

  /**
   * Equals the note of the same object without being a reference: {@code ConcurrentHashMap} asks
   * the argument whether it equals a key.
   */
  private static final class LookupKey {
    private final Object object;

    LookupKey(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Note && ((Note) other).isOf(object);
    }
  }
}

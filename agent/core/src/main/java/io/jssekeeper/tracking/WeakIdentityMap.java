package io.jssekeeper.tracking;

import io.jssekeeper.threads.StackRoom;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A concurrent identity map with weak keys.
 *
 * <p>A collection may leave many dead entries at once. Each put removes a few; only {@link
 * #forgetDead} and {@link #size} remove them all.
 */
public final class WeakIdentityMap<V> {
  /** How many dead entries a put removes: more than the one that it adds. */
  private static final int DEAD_PER_PUT = 4;

  private final Map<Object, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private final Consumer<? super V> onDead;

  public WeakIdentityMap() {
    this(new NoConsumer());
  }

  /**
   * @param onDead is given the value of each dead entry, by the thread that removes the entry
   */
  public WeakIdentityMap(Consumer<? super V> onDead) {
    this.onDead = onDead;
  }

  /**
   * Returns the previous value, or null.
   *
   * @throws OutOfMemoryError if the heap is full; the map is then without the entry
   */
  public V put(Object object, V value) {
    forgetDead(DEAD_PER_PUT);
    WeakIdentityKey key = new WeakIdentityKey(object, dead);
    try {
      return values.put(key, value);
    } catch (OutOfMemoryError e) {
      values.remove(key); // a map may hold it already when it fails to grow
      throw e;
    }
  }

  /** Null if there is none. */
  public V get(Object object) {
    return values.get(new IdentityLookup(object));
  }

  /** Returns the removed value, or null. */
  public V remove(Object object) {
    return values.remove(new IdentityLookup(object));
  }

  /** The live objects with their values; the result keeps them alive. */
  public Map<Object, V> living() {
    Map<Object, V> living = new IdentityHashMap<>();
    for (Map.Entry<Object, V> entry : values.entrySet()) {
      Object live = ((WeakIdentityKey) entry.getKey()).get();
      if (live != null) {
        living.put(live, entry.getValue());
      }
    }
    return living;
  }

  /** The number of entries whose objects are not known to be dead. */
  public int size() {
    forgetDead();
    return entries();
  }

  /** Including dead entries not yet removed. */
  int entries() {
    return values.size();
  }

  /** Removes all dead entries. */
  public void forgetDead() {
    forgetDead(Integer.MAX_VALUE);
  }

  private void forgetDead(int most) {
    StackRoom.require(); // the queue has a lock from JDK 19 to 23
    for (int i = 0; i < most; i++) {
      Reference<?> key = dead.poll();
      if (key == null) {
        return;
      }
      V value = values.remove(key);
      if (value != null) {
        onDead.accept(value);
      }
    }
  }

  /** Not a lambda: this is made while the host starts. */
  private static final class NoConsumer implements Consumer<Object> {
    @Override
    public void accept(Object value) {}
  }
}

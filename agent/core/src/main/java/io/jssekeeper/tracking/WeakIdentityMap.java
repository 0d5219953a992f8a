package io.jssekeeper.tracking;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What is noted of objects, by their identity and for as long as they live. Thread-safe, without a
 * lock over all of it.
 *
 * <p>After a collection many may be dead at once: each put removes a few of them, and no one call
 * pays for all but {@link #forgetDead}.
 */
public final class WeakIdentityMap<V> {
  /** More than one, so that they get fewer. */
  private static final int FEW = 4;

  private final Map<Object, V> noted = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private final Consumer<? super V> onDead;

  public WeakIdentityMap() {
    this(new NoConsumer());
  }

  /**
   * @param bereaved is given each note whose object has died, by the thread that forgets it
   */
  public WeakIdentityMap(Consumer<? super V> bereaved) {
    this.onDead = bereaved;
  }

  /**
   * Returns what was noted before, or null. Where that takes more heap than there is, it is not
   * noted.
   */
  public V put(Object of, V note) {
    forgetDead(FEW);
    Key key = new Key(of, dead);
    try {
      return noted.put(key, note);
    } catch (OutOfMemoryError e) {
      noted.remove(key); // a map may have it in when it fails to grow
      throw e;
    }
  }

  /** Null if nothing is noted. */
  public V get(Object of) {
    return noted.get(new Asked(of));
  }

  /** Returns what was noted, or null. */
  public V remove(Object of) {
    return noted.remove(new Asked(of));
  }

  /** Those that are alive, by identity, with what is noted of them. Keeps them alive. */
  public Map<Object, V> living() {
    Map<Object, V> living = new IdentityHashMap<>();
    for (Map.Entry<Object, V> entry : noted.entrySet()) {
      Object live = ((Key) entry.getKey()).get();
      if (live != null) {
        living.put(live, entry.getValue());
      }
    }
    return living;
  }

  /** How many the collector has not found dead yet. */
  public int size() {
    forgetDead();
    return noted();
  }

  /** Including dead entries not yet removed. */
  int noted() {
    return noted.size();
  }

  /** Forgets all that are dead. */
  public void forgetDead() {
    forgetDead(Integer.MAX_VALUE);
  }

  private void forgetDead(int most) {
    for (int i = 0; i < most; i++) {
      Reference<?> key = dead.poll();
      if (key == null) {
        return;
      }
      V note = noted.remove(key);
      if (note != null) {
        onDead.accept(note);
      }
    }
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object of, ReferenceQueue<Object> queue) {
      super(of, queue);
      hash = System.identityHashCode(of);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key && ((Key) other).get() == mine;
    }
  }

  /**
   * Equals the key of the same object, and costs no reference: {@code ConcurrentHashMap} asks what
   * it is given whether it equals a key.
   */
  private static final class Asked {
    private final Object of;

    Asked(Object of) {
      this.of = of;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(of);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && ((Key) other).get() == of;
    }
  }

  /** Not a lambda: this is made while the host starts. */
  private static final class NoConsumer implements Consumer<Object> {
    @Override
    public void accept(Object note) {}
  }
}

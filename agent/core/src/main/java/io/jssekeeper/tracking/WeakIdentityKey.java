package io.jssekeeper.tracking;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** A key for an object by its identity, which does not keep it alive. Thread-safe. */
class WeakIdentityKey extends WeakReference<Object> {
  /** 0 until a map asks for it: computing the first hash of an object takes the JVM long. */
  private int hash;

  /**
   * @param dead is given the key when the object has been collected; null for a key to look up with
   */
  WeakIdentityKey(Object object, ReferenceQueue<Object> dead) {
    super(object, dead);
  }

  /** The object's identity hash, once it was asked for while the object lived. */
  @Override
  public final int hashCode() {
    if (hash == 0) {
      hash = System.identityHashCode(get());
    }
    return hash;
  }

  /** Once its object is collected, a key equals itself only. */
  @Override
  public final boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    Object mine = get();
    return mine != null
        && other instanceof WeakIdentityKey
        && ((WeakIdentityKey) other).get() == mine;
  }
}

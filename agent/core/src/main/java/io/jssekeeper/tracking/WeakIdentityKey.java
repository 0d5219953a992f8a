package io.jssekeeper.tracking;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** A key for an object by its identity, which does not keep it alive. Immutable. */
final class WeakIdentityKey extends WeakReference<Object> {
  private final int hash;

  /**
   * @param dead is given the key when the object has been collected; null for a key to look up with
   */
  WeakIdentityKey(Object object, ReferenceQueue<Object> dead) {
    super(object, dead);
    hash = System.identityHashCode(object);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Once its object is collected, a key equals itself only. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    Object mine = get();
    return mine != null
        && other instanceof WeakIdentityKey
        && ((WeakIdentityKey) other).get() == mine;
  }
}

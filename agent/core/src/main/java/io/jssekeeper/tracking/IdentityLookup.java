package io.jssekeeper.tracking;

/**
 * Finds the {@link WeakIdentityKey} of an object in a map without being a reference: {@code
 * ConcurrentHashMap} asks the argument whether it equals a key.
 */
final class IdentityLookup {
  private final Object object;

  IdentityLookup(Object object) {
    this.object = object;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(object);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeakIdentityKey && ((WeakIdentityKey) other).get() == object;
  }
}

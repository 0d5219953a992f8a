package io.jssekeeper.tracking;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** Some connections and their sessions, and the chunk before them. Thread-safe, lock-free. */
final class ConnectionChunk {
  private static final int CAPACITY = 64;
  private static final int CHUNKS_BETWEEN_CHECKS = 256;

  /** Marks a slot that is closed. */
  private static final ConnectionUse CLOSED = new ConnectionUse(null, null);

  private final AtomicReferenceArray<ConnectionUse> places = new AtomicReferenceArray<>(CAPACITY);
  private final AtomicInteger given = new AtomicInteger();
  private final ConnectionChunk older;
  private final int depth;

  /**
   * @param older may be null
   */
  ConnectionChunk(ConnectionChunk older) {
    this.older = older;
    this.depth = older == null ? 0 : older.depth + 1;
  }

  /** Returns whether there was room. */
  boolean add(ConnectionUse usage) {
    int place = given.get() < CAPACITY ? given.getAndIncrement() : CAPACITY;
    return place < CAPACITY && places.compareAndSet(place, null, usage);
  }

  /** Removes all, and accepts none from now on. */
  void drain(Consumer<ConnectionUse> to) {
    for (int i = 0; i < CAPACITY; i++) {
      ConnectionUse usage = places.getAndSet(i, CLOSED);
      if (usage != null) {
        to.accept(usage);
      }
    }
  }

  boolean isEmpty() {
    return older == null && given.get() == 0;
  }

  /** True once in a while, as chunks follow one another. */
  boolean isOneOfMany() {
    return depth % CHUNKS_BETWEEN_CHECKS == CHUNKS_BETWEEN_CHECKS - 1;
  }

  /** How many fit into this one and those before it. */
  int most() {
    return (depth + 1) * CAPACITY;
  }

  ConnectionChunk older() {
    return older;
  }
}

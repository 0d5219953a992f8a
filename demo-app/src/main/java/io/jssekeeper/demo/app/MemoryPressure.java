package io.jssekeeper.demo.app;

/**
 * Fills the heap once, and then releases everything.
 *
 * <p>The JVM clears every soft reference before it throws an {@link OutOfMemoryError}
 * (java.lang.ref.SoftReference), so this clears everything softly held, whatever the collector.
 */
final class MemoryPressure {
  private static final int CHUNK_BYTES = 16 * 1024;

  private MemoryPressure() {}

  /** Returns how many megabytes fitted. */
  static String apply() {
    int capacity = (int) (Runtime.getRuntime().maxMemory() / CHUNK_BYTES) + 1;
    byte[][] garbage = new byte[capacity][];
    int chunks = 0;
    try {
      while (chunks < capacity) {
        garbage[chunks] = new byte[CHUNK_BYTES];
        chunks++;
      }
    } catch (OutOfMemoryError expected) {
      garbage = null;
    }
    return "took " + chunks * (long) CHUNK_BYTES / (1024 * 1024) + " MB";
  }
}

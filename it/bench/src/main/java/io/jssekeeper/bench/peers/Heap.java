package io.jssekeeper.bench.peers;

/** The heap of this JVM: full for a moment, or measured. */
final class Heap {
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final int LOOKS = 3;
  private static final int PAUSE_MILLIS = 300;

  private Heap() {}

  /**
   * Fills the heap once and releases all of it: no softly reachable object survives
   * (java.lang.ref.SoftReference: all are cleared before an OutOfMemoryError is thrown).
   */
  static void fill() {
    byte[][] chunks = new byte[(int) (Runtime.getRuntime().maxMemory() / CHUNK_BYTES) + 1][];
    try {
      for (int i = 0; i < chunks.length; i++) {
        chunks[i] = new byte[CHUNK_BYTES];
      }
    } catch (OutOfMemoryError expected) {
      chunks = null;
    }
  }

  /** Bytes that are live after a collection: the least of some looks. */
  static long liveBytes() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < LOOKS; i++) {
      System.gc();
      Thread.sleep(PAUSE_MILLIS);
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}

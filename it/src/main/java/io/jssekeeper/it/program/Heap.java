package io.jssekeeper.it.program;

/** Fills this JVM's heap with garbage, to bring its collector under pressure. */
final class Heap {
  private static final int BLOCK_BYTES = 16 * 1024;

  private Heap() {}

  /**
   * Allocates until the heap is full or {@code blocks} blocks are held, then lets all of them go.
   *
   * <p>The answer says how many bytes were held at once, and whether an {@link OutOfMemoryError}
   * ended it.
   */
  static String fill(Arguments wanted) {
    byte[][] garbage = new byte[wanted.number("blocks", 1 << 17)][];
    int held = 0;
    boolean full = false;
    try {
      while (held < garbage.length) {
        garbage[held] = new byte[BLOCK_BYTES];
        held++;
      }
    } catch (OutOfMemoryError expected) {
      full = true;
    }
    return "filled blocks=" + held + " bytes=" + (long) held * BLOCK_BYTES + " outofmemory=" + full;
  }

  static String collect(Arguments none) {
    System.gc();
    return "collected";
  }
}

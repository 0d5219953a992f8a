package io.jssekeeper;

/**
 * Makes one allocation of a thread fail as if the heap were full: that of a class which {@link
 * AllocationLoader} has loaded.
 */
public final class Allocations {
  private static final ThreadLocal<int[]> LEFT = ThreadLocal.withInitial(() -> new int[] {0});

  private Allocations() {}

  /** Lets the n-th allocation of this thread from now on fail, once; the first is 1. */
  public static void failAt(int nth) {
    LEFT.get()[0] = nth;
  }

  /** Lets none fail any more. Returns whether one has, since it was to. */
  public static boolean haveFailed() {
    int left = LEFT.get()[0];
    LEFT.get()[0] = 0;
    return left == 0;
  }

  /** Is called before each allocation, and behind what may fail when half of it is done. */
  public static void next() {
    int[] left = LEFT.get();
    if (left[0] > 0 && --left[0] == 0) {
      throw new OutOfMemoryError("for this test");
    }
  }
}

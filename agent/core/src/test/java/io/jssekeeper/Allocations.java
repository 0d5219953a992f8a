package io.jssekeeper;

/**
 * Makes one allocation of a thread fail as if the heap were full, in a class loaded by {@link
 * AllocationLoader}.
 */
public final class Allocations {
  private static final ThreadLocal<int[]> LEFT = ThreadLocal.withInitial(() -> new int[] {0});

  private Allocations() {}

  /** Makes this thread's n-th allocation from now on fail, once; the first is 1. */
  public static void failAt(int nth) {
    LEFT.get()[0] = nth;
  }

  /** Makes no more allocations fail. Returns whether one has failed since. */
  public static boolean haveFailed() {
    int left = LEFT.get()[0];
    LEFT.get()[0] = 0;
    return left == 0;
  }

  /** Called before each allocation, and after calls that may fail halfway. */
  public static void next() {
    int[] left = LEFT.get();
    if (left[0] > 0 && --left[0] == 0) {
      throw new OutOfMemoryError("for this test");
    }
  }
}

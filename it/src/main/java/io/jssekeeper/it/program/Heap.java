package io.jssekeeper.it.program;

import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Fills this JVM's heap with garbage, to put its collector under pressure. */
public final class Heap {
  private static final int BLOCK_BYTES = 64 * 1024;

  /** A gigabyte. ZGC of JDK 11 cannot fit a one-megabyte array into 64 MB. */
  private static final int MANY_BLOCKS = 1 << 14;

  private Heap() {}

  /**
   * Allocates until the heap is full or {@code blocks} blocks are held, then releases all of them,
   * after {@code seconds} if given.
   *
   * <p>The answer says how many bytes were held at the same time, and whether an {@link
   * OutOfMemoryError} ended it.
   */
  static String fill(Arguments wanted) {
    int blocks = wanted.number("blocks", MANY_BLOCKS);
    int held = hold(blocks, wanted.number("seconds", 0));
    return "filled bytes=" + (long) held * BLOCK_BYTES + " outofmemory=" + (held < blocks);
  }

  /** Holds at most that many blocks at the same time; returns how many fitted. */
  private static int hold(int blocks, int seconds) {
    byte[][] garbage = new byte[blocks][];
    long nanos = TimeUnit.SECONDS.toNanos(seconds);
    stay(1, garbage); // links what it calls: there may be no heap for that later
    int held = 0;
    try {
      while (held < blocks) {
        garbage[held] = new byte[BLOCK_BYTES];
        held++;
      }
    } catch (OutOfMemoryError full) {
      // Expected.
    }
    stay(nanos, garbage);
    return held;
  }

  /** Allocates nothing; sleeping might. */
  private static void stay(long nanos, byte[][] garbage) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    Reference.reachabilityFence(garbage);
  }

  /** Objects with finalizers, such as older sockets, are only freed after those have run. */
  public static String collect(Arguments none) {
    System.gc();
    System.runFinalization();
    System.gc();
    return "collected";
  }
}

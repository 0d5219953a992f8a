package io.jssekeeper.it.program;

import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Fills this JVM's heap with garbage, to bring its collector under pressure. */
public final class Heap {
  private static final int BLOCK_BYTES = 64 * 1024;

  /** A gigabyte. Z of JDK 11 has no room in 64 MB for one array of a megabyte. */
  private static final int MANY_BLOCKS = 1 << 14;

  private Heap() {}

  /**
   * Allocates until the heap is full or {@code blocks} blocks are held, then lets all of them go,
   * after {@code seconds} if these are given.
   *
   * <p>The answer says how many bytes were held at once, and whether an {@link OutOfMemoryError}
   * ended it.
   */
  static String fill(Arguments wanted) {
    int blocks = wanted.number("blocks", MANY_BLOCKS);
    int held = hold(blocks, wanted.number("seconds", 0));
    return "filled bytes=" + (long) held * BLOCK_BYTES + " outofmemory=" + (held < blocks);
  }

  /** Holds up to that many blocks at once; returns how many there was room for. */
  private static int hold(int blocks, int seconds) {
    byte[][] garbage = new byte[blocks][];
    int held = 0;
    try {
      while (held < blocks) {
        garbage[held] = new byte[BLOCK_BYTES];
        held++;
      }
    } catch (OutOfMemoryError full) {
      // As wanted.
    }
    if (seconds > 0) {
      stay(seconds, garbage);
    }
    return held;
  }

  /** Allocates nothing, as sleeping may. */
  private static void stay(int seconds, byte[][] garbage) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    Reference.reachabilityFence(garbage);
  }

  /** What has a finalizer, as sockets once had, goes only after it has run. */
  public static String collect(Arguments none) {
    System.gc();
    System.runFinalization();
    System.gc();
    return "collected";
  }
}

package io.jssekeeper.selfcheck;

import io.jssekeeper.weave.Weaver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A program: a run of the self-check that ends for lack of heap after it has met an obstacle, and
 * is repeated. Prints the verdict. The bootstrap classes have to be in {@code java.base}.
 */
final class AbortedRun {
  static final String OBSTACLE = "this protocol is not allowed";

  private AbortedRun() {}

  public static void main(String[] args) {
    SelfCheckFindings findings = new SelfCheckFindings();
    LoopbackFiles files = new LoopbackFiles();
    Set<LoopbackProtocol> all = EnumSet.allOf(LoopbackProtocol.class);
    RuntimeException obstacle = new IllegalStateException(OBSTACLE);
    try {
      new SelfCheckRun(all, files, failing(obstacle, new OutOfMemoryError()), findings).run();
      throw new AssertionError("not aborted");
    } catch (OutOfMemoryError e) {
      new SelfCheckRun(all, files, failing(obstacle), findings).run();
    }
    System.out.println(findings.verdict(new Weaver(off -> {}).report()));
  }

  /** Throws these when it is asked, one after the other, and then allows everything. */
  private static BooleanSupplier failing(Throwable... failures) {
    Deque<Throwable> left = new ArrayDeque<>(List.of(failures));
    return () -> {
      Throwable failure = left.poll();
      if (failure instanceof Error) {
        throw (Error) failure;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
      return true;
    };
  }
}

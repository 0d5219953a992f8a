package io.jssekeeper.selfcheck;

import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A program: a self-check that has no heap to put its verdict together, the first time. Prints what
 * it says at the end. The bootstrap classes have to be in {@code java.base}.
 */
final class LateVerdict extends Weaver {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_MILLIS = 20;

  private boolean isReported;

  private LateVerdict() {
    super(off -> {});
  }

  public static void main(String[] args) throws Exception {
    Core core = new Core(Options.load("", Map.of(), new Properties()));
    SelfCheck check = new SelfCheck(new LateVerdict(), core, null);
    check.start();
    check.runNow();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (check.finding().startsWith("not yet") && System.nanoTime() - end < 0) {
      Thread.sleep(PAUSE_MILLIS);
    }
    System.out.println(check.finding());
  }

  @Override
  public WeaveReport report() {
    if (!isReported) {
      isReported = true;
      throw new OutOfMemoryError("of the test");
    }
    return super.report();
  }

  /** No class was missed: none is woven here. */
  @Override
  public void weaveMissed(Instrumentation instrumentation) {}
}

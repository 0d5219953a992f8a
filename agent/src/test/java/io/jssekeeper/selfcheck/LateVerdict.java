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
 * A program: a self-check that has no heap to put its verdict together, as often as its argument
 * says; with a second argument it is told to hurry each time, as when a class could not be woven.
 * Prints what it says at the end, and after how many seconds. The bootstrap classes have to be in
 * {@code java.base}.
 */
final class LateVerdict extends Weaver {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final long PAUSE_MILLIS = 20;

  private final boolean hurries;
  private int left;
  private SelfCheck check;

  private LateVerdict(int times, boolean hurries) {
    super(off -> {});
    this.left = times;
    this.hurries = hurries;
  }

  public static void main(String[] args) throws Exception {
    Core core = new Core(Options.load("", Map.of(), new Properties()));
    LateVerdict weaver = new LateVerdict(Integer.parseInt(args[0]), args.length > 1);
    SelfCheck check = new SelfCheck(weaver, core, null);
    weaver.check = check;
    check.start();
    check.runNow();
    long began = System.nanoTime();
    long end = began + PATIENCE_NANOS;
    while (check.finding().startsWith("not yet") && System.nanoTime() - end < 0) {
      Thread.sleep(PAUSE_MILLIS);
    }
    System.out.println(check.finding());
    System.out.println(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
  }

  @Override
  public WeaveReport report() {
    if (left > 0) {
      left--;
      if (hurries) {
        check.runNow();
      }
      throw new OutOfMemoryError("of the test");
    }
    return super.report();
  }

  /** No class was missed: none is woven here. */
  @Override
  public void weaveMissed(Instrumentation instrumentation) {}
}

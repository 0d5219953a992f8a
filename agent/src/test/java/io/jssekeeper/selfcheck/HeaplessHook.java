package io.jssekeeper.selfcheck;

import io.jssekeeper.weave.Weaver;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import sun.security.ssl.KeeperSwitchboard;

/**
 * A program: a run of the self-check in which a hook swallows an {@link OutOfMemoryError}, and
 * another one in which none does. Prints {@code repeated} if the first ended so, and the verdict.
 * The bootstrap classes have to be in {@code java.base}.
 */
final class HeaplessHook implements BooleanSupplier {
  private boolean isCalled;

  public static void main(String[] args) {
    SelfCheckFindings findings = new SelfCheckFindings();
    LoopbackFiles files = new LoopbackFiles();
    Set<LoopbackProtocol> all = EnumSet.allOf(LoopbackProtocol.class);
    try {
      new SelfCheckRun(all, files, new HeaplessHook(), findings).run();
    } catch (OutOfMemoryError e) {
      System.out.println("repeated");
      new SelfCheckRun(all, files, () -> true, findings).run();
    }
    System.out.println(findings.verdict(new Weaver(off -> {}).report()));
  }

  /** Called amid its handshakes, by its thread. */
  @Override
  public boolean getAsBoolean() {
    if (!isCalled) {
      isCalled = true;
      hookSwallows(new OutOfMemoryError("of the test"));
    }
    return true;
  }

  private static void hookSwallows(Throwable failure) {
    try {
      Method swallow =
          KeeperSwitchboard.class.getDeclaredMethod("swallow", String.class, Throwable.class);
      swallow.setAccessible(true);
      swallow.invoke(null, "aHook", failure);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}

package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * However often a keeper is attached and detached, neither heap nor metaspace nor threads nor
 * handles accumulate: the last third of many cycles adds no more than normal fluctuation.
 *
 * <p>The JVM runs without compilers: compiled code holds the woven versions of classes until the
 * JVM sweeps its code cache, which says nothing about the keeper.
 */
@OnEachJdk
final class AttachCyclesIT {
  private static final int CYCLES = Integer.getInteger("it.cycles", 1_000);
  private static final int THIRD = CYCLES / 3;
  private static final int WARM_UP = 20;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  /** What is allocated once, late, or is in flight at the time of measurement. */
  private static final long ODD_HEAP_BYTES = 1 << 16;

  private static final long ODD_METASPACE_KIB = 1 << 8;

  /** What the JVM itself retains for each attach. */
  private static final long HEAP_BYTES_EACH = 512;

  /** JSSE's own lambdas are created again with each version of their class, and stay. */
  private static final long LAMBDAS_KIB_EACH = 8;

  private static final int FIRST_JDK_WITH_LAMBDAS_THERE = 21;

  @Parameter Stage stage;

  @Test
  void attachTrafficDetach_manyTimes_nothingAddsUp() {
    Settings.requireFull();
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).flags("-Xint"));
    ForkedJvm client =
        stage.start(BY_ID.in(stage.client()).with("port", server.port()).with("count", 5));
    cycle(server, client, WARM_UP);
    Residue first = residue(server, 0);
    cycle(server, client, CYCLES - THIRD);
    Residue second = residue(server, CYCLES - THIRD);
    cycle(server, client, THIRD);
    Residue last = residue(server, CYCLES);

    assertThat(last.threads).isLessThanOrEqualTo(first.threads + 2);
    assertThat(last.handles).isLessThanOrEqualTo(first.handles + 4);
    assertThat(last.heapBytes - second.heapBytes)
        .isLessThan(ODD_HEAP_BYTES + THIRD * HEAP_BYTES_EACH);
    assertThat(last.metaspaceKib - second.metaspaceKib)
        .isLessThan(ODD_METASPACE_KIB + THIRD * lambdasKib());
  }

  private long lambdasKib() {
    return stage.jdk().feature() < FIRST_JDK_WITH_LAMBDAS_THERE ? 0 : LAMBDAS_KIB_EACH;
  }

  private Residue residue(ForkedJvm server, int cycles) {
    Residue residue = Residue.of(server);
    System.out.printf(
        "%s, after %,d cycles of attach and detach: %s%n", stage.jdk(), cycles, residue);
    return residue;
  }

  private static void cycle(ForkedJvm server, ForkedJvm client, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(KeeperCommand.run("attach", server.pid(), "log=off").status()).isZero();
      assertThat(client.ask("burst").number("failed")).isZero();
      assertThat(KeeperCommand.run("detach", server.pid()).status()).isZero();
    }
  }

  /** What a JVM holds after a collection. */
  private record Residue(long heapBytes, long metaspaceKib, int threads, long handles) {
    static Residue of(ForkedJvm jvm) {
      return new Residue(
          jvm.settledHistogram().bytes(), jvm.metaspaceKib(), jvm.threads().size(), jvm.handles());
    }
  }
}

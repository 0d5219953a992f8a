package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * However often a keeper comes and goes, neither heap nor metaspace nor threads nor handles add up.
 *
 * <p>The JVM runs without compilers: compiled code holds the woven versions of classes until the
 * JVM sweeps its code cache, which says nothing about the keeper.
 */
@OnEachJdk
final class AttachCyclesIT {
  private static final int CYCLES = Integer.getInteger("it.cycles", 1_000);
  private static final int WARM_UP = 20;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  /** What the JVM itself keeps of each attach is some hundred bytes. */
  private static final long MOST_HEAP_BYTES = 1 << 20;

  /** What is loaded late, once. */
  private static final long MOST_METASPACE_KIB = 1 << 10;

  /** JSSE's own lambdas are made anew with each version of their class, and stay. */
  private static final long MOST_METASPACE_KIB_EACH = 8;

  @RegisterExtension final Stage stage;
  private final Jdk jdk;

  AttachCyclesIT(Jdk jdk) {
    this.jdk = jdk;
    this.stage = new Stage(jdk);
  }

  @Test
  void attachTrafficDetach_manyTimes_nothingAddsUp() {
    Settings.requireFull();
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).flags("-Xint"));
    ForkedJvm client =
        stage.start(BY_ID.in(stage.client()).with("port", server.port()).with("count", 5));
    cycle(server, client, WARM_UP);
    Residue before = Residue.of(server);
    cycle(server, client, CYCLES);
    Residue after = Residue.of(server);

    System.out.printf(
        "%s, %d cycles of attach and detach: %s, then %s%n", jdk, CYCLES, before, after);
    assertThat(after.threads).isLessThanOrEqualTo(before.threads + 2);
    assertThat(after.handles).isLessThanOrEqualTo(before.handles + 4);
    assertThat(after.metaspaceKib)
        .isLessThan(before.metaspaceKib + MOST_METASPACE_KIB + CYCLES * MOST_METASPACE_KIB_EACH);
    assertThat(after.heapBytes).isLessThan(before.heapBytes + MOST_HEAP_BYTES);
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

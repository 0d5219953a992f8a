package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;

/** How long {@code attach} takes. */
@Isolated("asserts how long attach takes at most")
@OnEachJdk
final class AttachTimeIT {
  private static final int PEERS = 20;
  private static final int TIMES = 5;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;

  /** On an idle machine; the command is a separate JVM, as users run it. */
  @Test
  void attach_freshCommand_isDoneWithinASecond() {
    Settings.requireFull();
    ForkedJvm server = stage.start(BY_ID.in(stage.server()));
    ForkedJvm client =
        stage.start(BY_ID.in(stage.client()).with("port", server.port()).with("count", PEERS));
    client.ask("burst");

    Duration best = Duration.ofDays(1);
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      Outcome attached = KeeperCommand.fresh(stage.jdk(), "attach", server.pid(), "log=off");
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertThat(attached.status()).as("%s", attached).isZero();
      Answer burst = client.ask("burst");
      assertThat(burst.number("resumed")).as("%s", burst).isEqualTo(PEERS);
      Outcome detached = KeeperCommand.run("detach", server.pid());
      assertThat(detached.status()).as("%s", detached).isZero();
      best = took.compareTo(best) < 0 ? took : best;
    }
    System.out.printf("%s: attached in %s%n", stage.jdk(), best);
    assertThat(best).isLessThan(Duration.ofSeconds(1));
  }
}

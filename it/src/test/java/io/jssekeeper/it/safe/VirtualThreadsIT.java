package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Handshakes in virtual threads, which JDK 21 and later have: no code of the keeper pins one to its
 * carrier while it waits, and 10,000 of them leave nothing lasting behind.
 */
@OnEachJdk
final class VirtualThreadsIT {
  private static final int FIRST_JDK = 21;
  private static final int FEW = 1_000;
  private static final int MANY = 10_000;

  @Parameter Stage stage;

  @Test
  void handshakes_inVirtualThreads_pinNoneForTheKeeper_andLeaveNothingWithTheThread() {
    Settings.requireFull();
    Assumptions.assumeTrue(stage.jdk().feature() >= FIRST_JDK, "no virtual threads in this JDK");
    Answer without = run(Agent.none(), FEW);
    Answer with = run(Agent.with("log=off"), MANY);

    System.out.printf("%s, without the agent: %s, with it: %s%n", stage.jdk(), without, with);
    assertThat(with.number("ours")).as("%s", with).isZero();
    assertThat(with.number("locals")).as("%s", with).isEqualTo(without.number("locals"));
    assertThat(with.number("resumed")).as("%s", with).isGreaterThan(MANY * 3L / 4);
  }

  private Answer run(Agent agent, int count) {
    ForkedJvm both =
        stage.start(
            stage
                .bothSides("VirtualThreads")
                .agent(agent)
                .flags("--add-opens=java.base/java.lang=ALL-UNNAMED"));
    both.ask("run count=64");
    return both.ask("run count=" + count);
  }
}

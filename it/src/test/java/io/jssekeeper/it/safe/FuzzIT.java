package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Whatever record or ticket is spoiled, and at whichever end: it ends as without the agent, nothing
 * is thrown by the keeper, nothing hangs, and the next connection works.
 */
@OnEachJdk
final class FuzzIT {
  private static final int ROUNDS = Integer.getInteger("it.rounds", Settings.full() ? 5_000 : 300);
  private static final int AT_ONCE = 100;

  /** Keys and signatures are random: two runs without the agent do not end quite alike. */
  private static final double ODD = 0.01;

  @Parameter Stage stage;

  @Test
  void spoiledRecordsAndTickets_endAsWithoutTheAgent() {
    Settings.requireFull();
    String plain = endings(Agent.none());
    final String again = endings(Agent.none());
    String kept = endings(Agent.troubled(Settings.agentJar(), "log=off"));
    int noise = differences(plain, again);
    System.out.printf(
        "%s, %,d rounds: %s without the agent, %s with it; of single rounds %d end otherwise, and %d"
            + " between two runs without it%n",
        stage.jdk(), ROUNDS, counts(plain), counts(kept), differences(plain, kept), noise);

    assertThat(kept).doesNotContain("x", "l");
    assertThat(counts(kept).keySet()).isSubsetOf(counts(plain).keySet());
    assertThat(counts(plain).keySet()).contains('r', 'f', 'e', 'w');
    assertThat(differences(plain, kept)).isLessThanOrEqualTo((int) (2 * noise + ODD * ROUNDS));
  }

  private String endings(Agent agent) {
    ForkedJvm jvm =
        stage.start(
            stage
                .bothSides("Fuzz")
                .flags("--add-opens=java.base/sun.security.ssl=ALL-UNNAMED")
                .agent(agent));
    StringBuilder endings = new StringBuilder();
    for (int from = 0; from < ROUNDS; from += AT_ONCE) {
      Answer answer = jvm.ask("fuzz from=" + from + " to=" + Math.min(ROUNDS, from + AT_ONCE));
      assertThat(answer.text("ours")).isEqualTo("-");
      endings.append(answer.text("endings"));
    }
    if (agent.isThere()) {
      assertHealthy(jvm);
    }
    return endings.toString();
  }

  /** New contexts all the time are worth a notice, and no other. */
  private static void assertHealthy(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      assertThat(jmx.keeper().number("ErrorsSwallowed")).isZero();
    }
    assertThat(jvm.notices()).allMatch(line -> line.contains("context"));
  }

  private static int differences(String one, String other) {
    int count = 0;
    for (int i = 0; i < one.length(); i++) {
      count += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return count;
  }

  private static Map<Character, Integer> counts(String endings) {
    Map<Character, Integer> counts = new TreeMap<>();
    for (char each : endings.toCharArray()) {
      counts.merge(each, 1, Integer::sum);
    }
    return counts;
  }
}

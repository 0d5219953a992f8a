package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.http.HttpServers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Common HTTP clients and servers resume after each event that makes JSSE lose sessions; prints how
 * often each pair does, without the agent and with it. {@code -Dit.triggers=CLOCK,CUT} runs only
 * these events.
 */
@OnEachJdk
final class HttpMatrixIT {
  private static final int ROUNDS = 3;

  /** Current Jetty and Tomcat require it. */
  private static final int OLDEST_JDK = 17;

  @Parameter Stage stage;

  static Stream<Arguments> cases() {
    String wanted = System.getProperty("it.triggers", "");
    return Stream.of(HttpTrigger.values())
        .filter(trigger -> wanted.isEmpty() || List.of(wanted.split(",")).contains(trigger.name()))
        .flatMap(
            trigger ->
                Stream.of("TLSv1.2", "TLSv1.3").map(protocol -> Arguments.of(trigger, protocol)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void pairs_afterTheTrigger_resume(HttpTrigger trigger, String protocol) {
    if (stage.jdk().feature() < OLDEST_JDK) {
      String reason = stage.jdk() + " is too old for Jetty and Tomcat of today";
      System.out.println("skipped: " + reason);
      Assumptions.abort(reason);
    }
    Settings.requireFull();
    List<HttpScene.Pair> without = run(trigger, protocol, Agent.none());
    List<HttpScene.Pair> with = run(trigger, protocol, trigger.agent());

    print(trigger + " " + protocol, without, with);
    assertThat(with)
        .allSatisfy(
            pair -> {
              assertThat(pair.failure()).as("%s", pair).isEmpty();
              assertThat(pair.resumed()).as("%s", pair).isEqualTo(pair.visits());
            });
  }

  private List<HttpScene.Pair> run(HttpTrigger trigger, String protocol, Agent agent) {
    try (HttpScene scene = new HttpScene(stage, trigger, protocol, agent)) {
      for (int i = 0; i < ROUNDS; i++) {
        scene.round();
      }
      return scene.pairs();
    }
  }

  private void print(String title, List<HttpScene.Pair> without, List<HttpScene.Pair> with) {
    System.out.printf(
        "%n%s, %s: resumed without the agent > with it, of %d%n",
        stage.jdk(), title, with.get(0).visits());
    System.out.printf("%-12s", "");
    HttpServers.names().forEach(server -> System.out.printf("%12s", server));
    String client = "";
    for (int i = 0; i < with.size(); i++) {
      if (!client.equals(with.get(i).client())) {
        client = with.get(i).client();
        System.out.printf("%n%-12s", client);
      }
      System.out.printf("%12s", without.get(i).resumed() + " > " + with.get(i).resumed());
    }
    System.out.println();
    List<HttpScene.Pair> all = new ArrayList<>(without);
    all.addAll(with);
    all.stream()
        .filter(pair -> !pair.failure().isEmpty())
        .forEach(pair -> System.out.println(pair + ": " + pair.failure()));
  }
}

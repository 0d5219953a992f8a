package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OtherAgent;
import io.jssekeeper.it.harness.OtherAgent.Kind;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The keeper and another vendor's agent in one JVM, in either order, by flag or attached: both
 * work, and the other one continues after the keeper has been detached.
 */
@OnEachJdk
final class OtherAgentsIT {
  private static final Variant VARIANT = new Variant("socket", "TLSv1.3", true);
  private static final Duration SELF_CHECK = Duration.ofSeconds(90);
  private static final String KEEPER = "-javaagent:" + Settings.agentJar() + "=log=stderr";

  @Parameter Stage stage;

  private enum Order {
    OTHER_FIRST,
    KEEPER_FIRST,
    KEEPER_ATTACHED,
    OTHER_ATTACHED
  }

  private static Stream<Arguments> scenes() {
    return Settings.full()
        ? Stream.of(Kind.values()).flatMap(OtherAgentsIT::scenes)
        : Stream.of(
            Arguments.of(Kind.JACOCO, Order.KEEPER_ATTACHED),
            Arguments.of(Kind.EXTRACT_TLS_SECRETS, Order.KEEPER_FIRST));
  }

  private static Stream<Arguments> scenes(Kind kind) {
    return Stream.of(Order.values())
        .filter(order -> order != Order.OTHER_ATTACHED || kind.attaches())
        .map(order -> Arguments.of(kind, order));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void bothAgents_inOneJvm_doTheirWork(Kind kind, Order order) {
    OtherAgent other = new OtherAgent(kind);
    ForkedJvm server = start(other, order);
    ForkedJvm client = stage.start(VARIANT.in(stage.client()).with("port", server.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    assertKeeperWorks(server);

    assertThat(KeeperCommand.run("detach", server.pid()).status()).isZero();
    other.forget();
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    server.stop();
    assertThat(other.works(server)).as("the other agent, after the keeper has left").isTrue();
    assertThat(server.notices()).isEmpty();
  }

  private ForkedJvm start(OtherAgent other, Order order) {
    Fork fork = VARIANT.in(stage.server()).flags(other.settings().toArray(new String[0]));
    switch (order) {
      case OTHER_FIRST -> fork.flags(other.flag(), KEEPER);
      case KEEPER_FIRST -> fork.flags(KEEPER, other.flag());
      case KEEPER_ATTACHED -> fork.flags(other.flag());
      default -> fork.flags(KEEPER);
    }
    ForkedJvm server = stage.start(fork);
    if (order == Order.KEEPER_ATTACHED) {
      KeeperCommand.Outcome attached = KeeperCommand.run("attach", server.pid());
      assertThat(attached.status()).as("%s", attached).isZero();
    } else if (order == Order.OTHER_ATTACHED) {
      other.attachTo(server);
    }
    return server;
  }

  private static void assertKeeperWorks(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      Awaitility.await()
          .atMost(SELF_CHECK)
          .untilAsserted(() -> assertThat(keeper.text("SelfCheck")).startsWith("passed"));
      assertThat(keeper.text("State")).isEqualTo("on");
      assertThat(keeper.number("ErrorsSwallowed")).as(keeper.text("LastError")).isZero();
      assertThat(keeper.rows("Weaves"))
          .noneMatch(row -> row.get("state").toString().contains("fail"));
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(server.records())
                    .extracting(record -> record.get("handshake"))
                    .containsExactly("full", "resumed"));
  }
}

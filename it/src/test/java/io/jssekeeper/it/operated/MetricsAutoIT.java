package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Samples;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The keeper's meters are in the application's own Micrometer, wherever it is and whatever its
 * version.
 */
@OnEachJdk
final class MetricsAutoIT {
  private static final String OLDEST = "micrometer-1.9";
  private static final String NEWEST = "micrometer";
  private static final String SIZE = "jsse.session.cache.size.VALUE";
  private static final String COUNT = "jsse.handshakes.COUNT";

  @Parameter Stage stage;

  private static Stream<String> versions() {
    return Settings.full() ? Stream.of(OLDEST, NEWEST) : Stream.of(NEWEST);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void micrometer_inUse_hasTheMetersFromAttachToDetach(String version) {
    ForkedJvm client = client(version, Agent.none());
    client.ask("use");
    client.ask("connect");
    assertThat(samples(client, "").names()).as("without the keeper").isEmpty();

    assertThat(KeeperCommand.run("attach", client.pid()).status()).isZero();
    awaitMeters(client, "");
    client.ask("connect");
    client.ask("connect host=elsewhere.example");
    await().untilAsserted(() -> assertThat(samples(client, "").sum(COUNT)).isEqualTo(2));
    Samples samples = samples(client, "");
    assertThat(samples.sum(COUNT, "side", "client", "result", "resumed", "reason", "none"))
        .isEqualTo(1);
    assertThat(samples.sum(COUNT, "side", "client", "result", "full", "reason", "first-contact"))
        .isEqualTo(1);
    assertThat(samples.sum("jsse.handshakes.TOTAL_TIME")).isPositive();
    assertThat(samples.sum("jsse.session.cache.gets.COUNT", "result", "hit")).isEqualTo(1);
    await().untilAsserted(() -> assertThat(samples(client, "").sum(SIZE)).isPositive());

    assertThat(KeeperCommand.run("detach", client.pid()).status()).isZero();
    assertThat(samples(client, "").names()).as("after the keeper").isEmpty();
    client.awaitNoThread(name -> name.startsWith("jsse-keeper"));
  }

  /** It is found when it is loaded, and left alone until the application uses it. */
  @Test
  void micrometer_usedLater_hasTheMetersFromThenOn() {
    ForkedJvm client = client(NEWEST, Agent.with());
    client.ask("load");
    client.ask("connect");
    await().until(() -> client.threads().contains("jsse-keeper-metrics"));
    assertThat(client.threads()).doesNotContain("jsse-keeper-meters");
    client.ask("use");
    awaitMeters(client, "");
    client.ask("connect");

    await().untilAsserted(() -> assertThat(samples(client, "").sum(COUNT)).isEqualTo(1));
  }

  @Test
  void micrometersOfTwoWars_haveTheMeters_undeployedOneIsCollected() {
    ForkedJvm client = start(stage.meteredClient().agent(Agent.with()));
    client.ask(deploy("first", OLDEST));
    client.ask(deploy("second", NEWEST));
    awaitMeters(client, "first");
    awaitMeters(client, "second");
    client.ask("connect");
    await().untilAsserted(() -> assertThat(samples(client, "first").sum(COUNT)).isEqualTo(1));
    assertThat(client.ask("collected war=first").text("yes")).isEqualTo("false");

    client.ask("undeploy war=first");
    await().until(() -> client.ask("collected war=first").text("yes").equals("true"));
    client.ask("connect");
    await().untilAsserted(() -> assertThat(samples(client, "second").sum(COUNT)).isEqualTo(2));
  }

  @Test
  void micrometer_metricsOff_isLeftAlone() {
    Settings.requireFull();
    ForkedJvm client = client(NEWEST, Agent.with("metrics=off"));
    client.ask("use");
    client.ask("connect");

    assertThat(client.threads())
        .contains("jsse-keeper-records")
        .doesNotContain("jsse-keeper-metrics", "jsse-keeper-meters");
    assertThat(samples(client, "").names()).isEmpty();
  }

  private ForkedJvm client(String micrometer, Agent agent) {
    return start(stage.meteredClient().classPath(Settings.library(micrometer)).agent(agent));
  }

  private ForkedJvm start(Fork client) {
    ForkedJvm server = stage.start(stage.server());
    return stage.start(client.with("port", server.port()));
  }

  private static String deploy(String war, String micrometer) {
    String libraries =
        Settings.library(micrometer).stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    return "deploy war=" + war + " libraries=" + libraries;
  }

  /** Also for the thread that counts: the meters are there a moment before it. */
  private static void awaitMeters(ForkedJvm client, String war) {
    await()
        .untilAsserted(
            () -> assertThat(samples(client, war).names()).contains("jsse.keeper.errors.COUNT"));
    await().until(() -> client.threads().contains("jsse-keeper-meters"));
  }

  private static Samples samples(ForkedJvm client, String war) {
    String command = war.isEmpty() ? "meters" : "meters war=" + war;
    return Samples.ofMicrometer(client.ask(command).text("all"));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}

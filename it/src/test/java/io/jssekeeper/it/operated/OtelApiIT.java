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
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes are in the application's OpenTelemetry, once and only where it uses that. */
@OnEachJdk
final class OtelApiIT {
  private static final String NEWEST = "opentelemetry-sdk";

  /** Does not tell whether it is set, and takes no advice about buckets. */
  private static final String OLD = "opentelemetry-sdk-1.30";

  private static final String WITHOUT_METRICS = "opentelemetry-sdk-1.9";
  private static final String COUNT = "jsse.handshakes.COUNT";

  /** Between 13 boundaries. */
  private static final int BUCKETS = 14;

  private static final String THREAD = "jsse-keeper-otel";

  @Parameter Stage stage;

  private static Stream<String> versions() {
    return Settings.full() ? Stream.of(OLD, NEWEST) : Stream.of(NEWEST);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void sdk_inUse_hasHistogramAndEventsFromAttachToDetach(String version) {
    ForkedJvm client = client(version, Agent.none());
    client.ask("use telemetry=SdkTelemetry");
    client.ask("register");
    client.ask("connect");
    assertThat(events(client)).as("without the keeper").isEqualTo("-");
    assertThat(points(client).names()).as("without the keeper").isEmpty();

    assertThat(KeeperCommand.run("attach", client.pid(), "otel=all").status()).isZero();
    await().until(() -> client.threads().contains(THREAD));
    await()
        .untilAsserted(
            () -> {
              client.ask("connect");
              assertThat(points(client).sum(COUNT, "side", "client", "result", "resumed"))
                  .isPositive();
              assertThat(events(client)).contains("tls.resumed=true,");
            });
    client.ask("connect host=elsewhere.example");
    await()
        .untilAsserted(
            () ->
                assertThat(points(client).sum(COUNT, "result", "full", "reason", "first-contact"))
                    .isEqualTo(1));
    assertThat(points(client).sum("jsse.handshakes.SUM", "result", "full")).isBetween(1e-4, 60.0);
    assertThat(events(client))
        .contains("tls.handshake{")
        .contains("jsse.reason=first-contact,")
        .contains("tls.protocol.version=1.3,", "server.address=elsewhere.example,")
        .contains("jsse.handshake.duration=");

    assertThat(KeeperCommand.run("detach", client.pid()).status()).isZero();
    client.awaitNoThread(THREAD::equals);
    final String before = events(client);
    client.ask("connect");
    assertThat(events(client)).as("after the keeper").isEqualTo(before);
  }

  @Test
  void buckets_ofTheNewestApi_suitHandshakes() {
    Settings.requireFull();
    ForkedJvm client = client(NEWEST, Agent.with("otel=metrics"));
    client.ask("use telemetry=SdkTelemetry");
    client.ask("register");
    awaitPoint(client);

    Samples points = points(client);
    assertThat(points.values("jsse.handshakes.BUCKETS", "result")).isNotEmpty();
    assertThat(points.sum("jsse.handshakes.BUCKETS") % BUCKETS).isZero();
    assertThat(events(client)).as("which were not asked for").isEqualTo("-");
  }

  /** Where the keeper asked for it first, it would be an empty one, and this would fail. */
  @Test
  void global_setLater_isTheApplications() {
    Settings.requireFull();
    ForkedJvm client = client(NEWEST, Agent.with("otel=all"));
    client.ask("load");
    client.ask("connect");
    client.ask("use telemetry=SdkTelemetry");
    await()
        .untilAsserted(
            () -> {
              client.ask("connect");
              assertThat(events(client)).as("of an SDK that is not global").contains("tls.resumed");
            });
    assertThat(points(client).names()).isEmpty();

    assertThat(client.ask("register").toString()).contains("registered");
    awaitPoint(client);
  }

  @Test
  void connections_outsideOfASpan_makeNoEvent() {
    Settings.requireFull();
    ForkedJvm client = client(NEWEST, Agent.with("otel=events"));
    client.ask("use telemetry=SdkTelemetry");
    awaitEvent(client, "connect", "tls.handshake");
    final String before = events(client);
    client.ask("connect span=no");

    assertThat(events(client)).isEqualTo(before);
  }

  @Test
  void failedHandshake_inASpan_saysHow() {
    Settings.requireFull();
    ForkedJvm client = client(NEWEST, Agent.with("otel=events"));
    client.ask("use telemetry=SdkTelemetry");
    await()
        .untilAsserted(
            () -> {
              client.ask("connect protocols=TLSv1.2 ciphers=TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");
              assertThat(events(client)).contains("tls.established=false,", "error.type=");
            });
  }

  @Test
  void api_thatThrows_isLeftAlone() {
    Settings.requireFull();
    ForkedJvm client =
        client(NEWEST, Agent.troubled(Settings.agentJar(), "otel=all", "log=stderr"));
    client.ask("use telemetry=ThrowingTelemetry");
    client.ask("register");
    await()
        .untilAsserted(
            () -> {
              assertThat(client.ask("connect").text("result")).isIn("full", "resumed");
              assertThat(client.notices())
                  .anyMatch(line -> line.contains("no longer used for events"))
                  .anyMatch(line -> line.contains("no longer used for metrics"));
            });
    final String thrown = events(client);
    for (int i = 0; i < 5; i++) {
      assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    }

    assertThat(thrown).isEqualTo("thrown=2");
    assertThat(events(client)).isEqualTo(thrown);
    assertThat(client.records()).extracting(record -> record.get("handshake")).contains("resumed");
  }

  @Test
  void api_withoutMetrics_hasEvents() {
    Settings.requireFull();
    ForkedJvm client = client(WITHOUT_METRICS, Agent.troubled(Settings.agentJar(), "otel=all"));
    client.ask("use telemetry=TracesOnly");
    client.ask("register");
    awaitEvent(client, "connect", "tls.resumed=true,");

    await()
        .untilAsserted(
            () ->
                assertThat(client.notices())
                    .singleElement()
                    .asString()
                    .contains("is too old for metrics"));
  }

  @Test
  void application_withoutOpenTelemetry_isAsBefore() {
    Settings.requireFull();
    ForkedJvm client = start(stage.tracedClient().agent(Agent.with("otel=all")));

    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    assertThat(client.notices()).isEmpty();
  }

  @Test
  void otel_notAskedFor_isLeftAlone() {
    Settings.requireFull();
    ForkedJvm client = client(NEWEST, Agent.with());
    client.ask("use telemetry=SdkTelemetry");
    client.ask("register");
    client.ask("connect");

    assertThat(client.threads()).contains("jsse-keeper-records").doesNotContain(THREAD);
    assertThat(points(client).names()).isEmpty();
    assertThat(events(client)).isEqualTo("-");
  }

  private ForkedJvm client(String library, Agent agent) {
    return start(stage.tracedClient().classPath(Settings.library(library)).agent(agent));
  }

  private ForkedJvm start(Fork client) {
    ForkedJvm server = stage.start(stage.server());
    return stage.start(client.with("port", server.port()));
  }

  private static void awaitPoint(ForkedJvm client) {
    await()
        .untilAsserted(
            () -> {
              client.ask("connect host=elsewhere.example");
              assertThat(points(client).sum(COUNT)).isPositive();
            });
  }

  private static void awaitEvent(ForkedJvm client, String request, String text) {
    await()
        .untilAsserted(
            () -> {
              client.ask(request);
              assertThat(events(client)).contains(text);
            });
  }

  private static String events(ForkedJvm client) {
    return client.ask("events").text("all");
  }

  private static Samples points(ForkedJvm client) {
    return Samples.ofMicrometer(client.ask("points").text("all"));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}

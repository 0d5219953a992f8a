package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OtherAgent;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * OpenTelemetry's own agent exports what the keeper tells: by the API of the application, which
 * that agent answers, and by JMX. Nothing leaves the JVM but to its standard error.
 */
@OnEachJdk
final class OtelAgentIT {
  private static final String KEEPER = "-javaagent:" + Settings.agentJar() + "=log=off,otel=all";
  private static final String POINT = "\"jsse.handshakes\"";
  private static final String EVENT = "\"tls.handshake\"";

  @Parameter Stage stage;

  private static Stream<Arguments> scenes() {
    return Stream.of("opentelemetry-sdk", "opentelemetry-sdk-1.30")
        .flatMap(api -> Stream.of(true, false).map(first -> Arguments.of(api, first)));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void agentOfOpenTelemetry_besideTheKeeper_exportsHandshakes(String api, boolean keeperFirst) {
    Settings.requireFull();
    String other = flag();
    ForkedJvm client =
        start(client(api, keeperFirst ? List.of(KEEPER, other) : List.of(other, KEEPER)));
    client.ask("use telemetry=AgentsTelemetry");

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              assertThat(client.ask("connect").text("result")).isIn("full", "resumed");
              assertExported(client, EVENT);
              assertExported(client, POINT);
              assertExported(client, "\"tls.resumed\"");
            });
    assertThat(client.notices()).isEmpty();
  }

  @Test
  void agentOfOpenTelemetry_alone_exportsNothingOfHandshakes() {
    Settings.requireFull();
    ForkedJvm client = start(client("opentelemetry-sdk", List.of(flag())));
    client.ask("use telemetry=AgentsTelemetry");
    client.ask("connect");
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertExported(client, "\"jvm.class.count\"");
              assertExported(client, "\"call\"");
            });

    assertThat(client.errorLines())
        .noneMatch(line -> line.contains(EVENT) || line.contains("\"jsse."));
  }

  @Test
  void rulesForJmx_givenToThatAgent_exportWhatTheMBeansSay() {
    Settings.requireFull();
    Path rules = Path.of("../docs/otel-jmx.yaml").toAbsolutePath().normalize();
    ForkedJvm client =
        start(
            stage
                .client()
                .flags(flags())
                .flags("-Dotel.jmx.config=" + rules, flag(), KEEPER.replace("all", "none")));
    client.ask("connect");
    client.ask("connect");

    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              for (String meter : List.of("size", "capacity", "bytes", "hits", "misses")) {
                assertExported(client, "\"jsse.session.cache." + meter + "\"");
              }
              for (String meter :
                  List.of(
                      "errors", "records.dropped", "connections.without.hello", "strong.bytes")) {
                assertExported(client, "\"jsse.keeper." + meter + "\"");
              }
              assertExported(client, "\"jsse.side\"");
            });
  }

  private static void assertExported(ForkedJvm client, String quoted) {
    assertThat(client.errorLines().stream().filter(line -> line.contains(quoted)).findFirst())
        .as(quoted)
        .isPresent();
  }

  private Fork client(String api, List<String> agents) {
    return stage
        .tracedClient()
        .classPath(Settings.library(api))
        .flags(flags())
        .flags(agents.toArray(new String[0]));
  }

  private ForkedJvm start(Fork client) {
    ForkedJvm server = stage.start(stage.server());
    return stage.start(client.with("port", server.port()));
  }

  private static String flag() {
    return new OtherAgent(OtherAgent.Kind.OPENTELEMETRY).flag();
  }

  /** OTLP as JSON, by the logger of that agent, which writes to standard error. */
  private static String[] flags() {
    return new String[] {
      "-Dotel.traces.exporter=logging-otlp",
      "-Dotel.metrics.exporter=logging-otlp",
      "-Dotel.logs.exporter=none",
      "-Dotel.metric.export.interval=1000",
      "-Dotel.bsp.schedule.delay=500",
      "-Dotel.service.name=it"
    };
  }
}

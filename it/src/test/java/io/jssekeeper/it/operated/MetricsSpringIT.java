package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Curl;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Samples;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A Spring Boot application shows the meters in Actuator and the records in its log, without any
 * configuration.
 */
@OnEachJdk
final class MetricsSpringIT {
  private static final String COUNT = "jsse_handshakes_seconds_count";
  private static final int OLDEST_OF_SPRING = 17;

  @Parameter Stage stage;
  @TempDir private Path folder;

  @BeforeEach
  void needsWhatSpringNeeds() {
    Assumptions.assumeTrue(
        stage.jdk().feature() >= OLDEST_OF_SPRING, "Spring Boot 3 does not run on it");
  }

  @Test
  void actuator_withoutTheKeeper_hasNothingOfIt() {
    Settings.requireFull();
    ForkedJvm application = start(Agent.none());

    assertThat(scrape(application).names())
        .contains("jvm_classes_loaded_classes")
        .noneMatch(name -> name.startsWith("jsse"));
  }

  @Test
  void actuator_withTheKeeper_showsHandshakes() {
    ForkedJvm application = start(Agent.with());
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(scrape(application).names()).contains(COUNT, "jvm_info"));
    double before = scrape(application).sum(COUNT, "side", "server");
    Curl.get(application.port(), 3);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(scrape(application).sum(COUNT, "side", "server"))
                    .isGreaterThanOrEqualTo(before + 1 + 3));
    assertThat(scrape(application).sum(COUNT, "result", "resumed", "reason", "none")).isPositive();
    Awaitility.await("gauges of a new cache, which are there within a second")
        .untilAsserted(
            () ->
                assertThat(scrape(application).names())
                    .contains(
                        "jsse_session_cache_size",
                        "jsse_session_cache_gets_total",
                        "jsse_keeper_errors_total"));
    assertThat(log())
        .as("the application's own log")
        .content()
        .containsPattern("INFO .*io\\.jssekeeper\\.handshake +: handshake=resumed side=server ");
    assertThat(application.records()).as("records on standard error").isEmpty();
  }

  private Path log() {
    return folder.resolve("application.log");
  }

  private ForkedJvm start(Agent agent) {
    return stage.start(
        stage
            .springApplication()
            .flags("-XX:TieredStopAtLevel=1", "-Dlogging.file.name=" + log())
            .agent(agent));
  }

  private static Samples scrape(ForkedJvm application) {
    return Samples.ofPrometheus(Curl.page(application.port(), "/actuator/prometheus"));
  }
}

package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application that names its log manager and its builder of MBean servers late, after it has
 * used TLS, gets both, with the agent as without.
 */
@OnEachJdk
final class LogAndMBeanManagersIT {
  @Parameter Stage stage;
  @TempDir private Path folder;

  private static Stream<Agent> agents() {
    return Stream.of(Agent.none(), Agent.with());
  }

  @ParameterizedTest
  @MethodSource("agents")
  void managers_namedLate_areTheApplicationsOwn(Agent agent) {
    ForkedJvm server = stage.start(stage.bothSides("OwnManagers").agent(agent));
    connect(server);

    assertOwn(server);
  }

  /**
   * Where logging is already configured, the first access to any logger creates the log manager.
   */
  @ParameterizedTest
  @MethodSource("agents")
  void managersNamedLate_ofALogThatIsConfigured_areTheApplicationsOwn(Agent agent)
      throws IOException {
    Path configuration = Files.createFile(folder.resolve("logging.properties"));
    ForkedJvm application =
        stage.start(
            stage
                .bothSides("OwnManagers")
                .with("bare", "yes")
                .flags("-Djava.util.logging.config.file=" + configuration)
                .agent(agent));

    assertOwn(application);
  }

  /** It too is chosen once and for good, and may bind a log that is not configured yet. */
  @ParameterizedTest
  @MethodSource("agents")
  void loggerFinder_withoutHandshakes_isCreatedWhenTheApplicationLogs(Agent agent)
      throws IOException {
    if (!agent.isThere()) {
      Settings.requireFull();
    }
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("java.lang.System$LoggerFinder"),
        "io.jssekeeper.it.program.OwnManagers$Finder");
    ForkedJvm application =
        stage.start(
            stage
                .bothSides("OwnManagers")
                .with("bare", "yes")
                .classPath(List.of(folder))
                .agent(agent));
    application.ask("settle");

    assertThat(application.ask("manage").text("finder")).isEqualTo("late");
  }

  @Test
  void managersNamedLate_withAnEndpointForMetrics_areTheApplicationsOwn() {
    int port = HttpGet.freePort();
    ForkedJvm server =
        stage.start(stage.bothSides("OwnManagers").agent(Agent.with("metrics.http=" + port)));
    Awaitility.await()
        .ignoreExceptions()
        .until(() -> HttpGet.of(port, "/metrics").body().contains("jsse_keeper_errors"));

    assertOwn(server);
  }

  @Test
  void managersNamedLate_withTheKeeperAttached_areTheApplicationsOwn() {
    ForkedJvm server = stage.start(stage.bothSides("OwnManagers"));
    assertThat(KeeperCommand.run("attach", server.pid()).status()).isZero();
    connect(server);

    assertOwn(server);
  }

  /** A JMX client makes the MBean server if the application has not. */
  @Test
  void jmxClient_ofAnApplicationWithoutJmx_seesEachContext() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));
    connect(server);

    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      assertThat(keeper.text("State")).isEqualTo("on");
      assertThat(jmx.sessionCache("server").number("Size")).isNotNegative();
    }
  }

  private static void assertOwn(ForkedJvm server) {
    server.ask("settle");
    Answer managed = server.ask("manage");
    assertThat(managed.text("logs")).isEqualTo("own");
    assertThat(managed.text("beans")).isEqualTo("own");
  }

  private void connect(ForkedJvm server) {
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
  }
}

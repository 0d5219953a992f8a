package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.Logback;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Records go to the SLF4J that the application logs with, and nowhere else then. */
@OnEachJdk
final class Slf4jIT {
  private static final List<Path> SLF4J_1 = Settings.library("slf4j-1");

  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void slf4jOfTheClassPath_getsEachRecord_withItsFieldsAsKeyValues() {
    ForkedJvm server = stage.start(withLogback().agent(Agent.with()).classPath(Logback.JARS));
    server.ask("log");
    connect(server);
    fail(server);

    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(4));
    assertThat(logback().lines().get(0)).isEqualTo("INFO application [] the application logs");
    assertThat(logback().lines().get(1))
        .startsWith("INFO io.jssekeeper.handshake [handshake=\"full\" reason=\"not-offered\"")
        .contains("] handshake=full reason=not-offered side=server ")
        .containsPattern("took=\"[0-9.]+\"");
    assertThat(logback().lines().get(2)).contains("] handshake=resumed side=server ");
    assertThat(logback().lines().get(3))
        .startsWith("WARN io.jssekeeper.handshake [handshake=\"failed\"");
    assertThat(server.records()).as("records on standard error").isEmpty();
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().text("LogDestination")).isEqualTo("the application's SLF4J");
    }
  }

  @Test
  void slf4j_onTheModulePath_getsEachRecord() {
    Settings.requireFull();
    String modules =
        Logback.JARS.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    ForkedJvm server =
        stage.start(
            withLogback()
                .agent(Agent.with())
                .flags("-p", modules, "--add-modules", "ch.qos.logback.classic"));
    server.ask("log");
    connect(server);

    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(3));
    assertThat(server.records()).as("records on standard error").isEmpty();
  }

  @Test
  void slf4j_before2_getsEachRecordAsText() {
    ForkedJvm server =
        stage.start(
            stage
                .loggingServer()
                .agent(Agent.with("log=slf4j", "log.format=json"))
                .classPath(SLF4J_1)
                .flags("-Dorg.slf4j.simpleLogger.logFile=" + logback().log()));
    server.ask("log");
    connect(server);

    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(3));
    assertThat(logback().lines().get(2))
        .contains(" INFO io.jssekeeper.handshake - {\"time\":\"", ",\"handshake\":\"resumed\",");
  }

  @Test
  void slf4jOfAnotherClassLoader_getsRecordsWhileItIsThere_andIsNotKept() {
    ForkedJvm server = startWithLibraries();
    connect(server);
    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(3));
    assertThat(server.records()).isEmpty();

    server.ask("drop");
    Awaitility.await().untilAsserted(() -> assertThat(Logback.loggersOf(server)).isZero());
    connect(server);

    Awaitility.await().untilAsserted(() -> assertThat(server.records()).hasSize(2));
    assertThat(logback().lines()).hasSize(3);
  }

  /**
   * As Jetty closes the loader of a stopped web application, which may remain in memory for hours.
   */
  @Test
  void slf4j_ofAClosedClassLoader_getsNoMoreRecords() {
    ForkedJvm server = startWithLibraries();
    connect(server);
    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(3));

    server.ask("stop");
    connect(server);

    Awaitility.await().untilAsserted(() -> assertThat(server.records()).hasSize(2));
    assertThat(logback().lines()).hasSize(3);
  }

  private ForkedJvm startWithLibraries() {
    String jars =
        Logback.JARS.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    ForkedJvm server = stage.start(withLogback().agent(Agent.with()).with("libraries", jars));
    server.ask("log");
    return server;
  }

  @Test
  void slf4j_usedLater_getsTheRecordsHeldBack() {
    Settings.requireFull();
    ForkedJvm server =
        stage.start(withLogback().agent(Agent.with("log=slf4j")).classPath(Logback.JARS));
    connect(server);
    assertThat(logback().log()).doesNotExist();
    server.ask("log");

    Awaitility.await().untilAsserted(() -> assertThat(logback().lines()).hasSize(3));
    assertThat(logback().lines().get(0)).contains("the application logs");
  }

  @Test
  void slf4jThatTheApplicationNeverUses_isNotBegunByUs_andNoRecordIsLost() {
    ForkedJvm server = stage.start(withLogback().agent(Agent.with()).classPath(Logback.JARS));
    connect(server);
    server.stop();

    assertThat(server.records()).hasSize(2);
    assertThat(logback().log()).doesNotExist();
  }

  /** A full handshake, and one that resumes. */
  private void connect(ForkedJvm server) {
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
  }

  /** A handshake that the client breaks off. */
  private void fail(ForkedJvm server) {
    Fork mistrustful = stage.client().with("trust", KeyMaterial.shared().rsa().trust());
    ForkedJvm client = stage.start(mistrustful.with("port", server.port()));
    assertThat(client.ask("connect").what()).isEqualTo("failed");
  }

  private Fork withLogback() {
    return stage.loggingServer().flags("-Dlogback.configurationFile=" + logback().configured());
  }

  private Logback logback() {
    return new Logback(folder);
  }
}

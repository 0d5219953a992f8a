package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * An application whose log goes to a collector by HTTPS, a connection for each line, behind an
 * asynchronous appender: as Log4j's {@code Http} in {@code Async} does.
 */
@OnEachJdk
final class LogOverTlsIT {
  private static final String LOG4J =
      """
      <Configuration>
        <Appenders>
          <Http name="collector" url="https://localhost:%d/" verifyHostname="false">
            <PatternLayout pattern="%%c %%m%%n"/>
            <SSL><TrustStore location="%s" password="changeit" type="PKCS12"/></SSL>
          </Http>
          <Async name="async"><AppenderRef ref="collector"/></Async>
        </Appenders>
        <Loggers><Root level="info"><AppenderRef ref="async"/></Root></Loggers>
      </Configuration>
      """;

  @Parameter Stage stage;
  @TempDir private Path folder;
  private ForkedJvm collector;

  @BeforeEach
  void collect() {
    collector = stage.start(stage.bothSides("Collector"));
  }

  @Test
  void line_withoutTheAgent_isOnePost() throws IOException {
    ForkedJvm application = stage.start(application());
    application.ask("log");
    awaitPosts(1);
    application.ask("log");
    awaitPosts(2);
    application.stop();

    assertThat(posts()).isEqualTo(2);
  }

  @Test
  void line_withTheAgent_startsNoLoop_andOtherRecordsGoOn() throws IOException {
    ForkedJvm application = stage.start(application().agent(Agent.unasked()));
    application.ask("log");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(application.notices())
                    .singleElement()
                    .asString()
                    .contains("localhost:" + collector.port(), "no longer logged"));
    long before = posts();
    assertThat(before).as("lines until it is noticed").isLessThan(60);
    application.ask("log");
    awaitPosts(before + 1);
    ForkedJvm client = stage.start(stage.client().with("port", application.port()));
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    awaitPosts(before + 2);
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    awaitPosts(before + 3);
    application.stop();

    assertThat(posts()).isEqualTo(before + 3);
    assertThat(application.notices()).hasSize(1);
  }

  private Fork application() throws IOException {
    String trust = KeyMaterial.shared().ec().trust().toString();
    Path configuration =
        Files.writeString(folder.resolve("log4j2.xml"), LOG4J.formatted(collector.port(), trust));
    return stage
        .loggingServer()
        .classPath(Settings.library("log4j"))
        .flags("-Dlog4j2.configurationFile=" + configuration);
  }

  private void awaitPosts(long count) {
    Awaitility.await().untilAsserted(() -> assertThat(posts()).isGreaterThanOrEqualTo(count));
  }

  private long posts() {
    return collector.ask("posts").number("count");
  }
}

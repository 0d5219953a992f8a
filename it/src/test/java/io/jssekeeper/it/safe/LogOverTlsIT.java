package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application whose log goes to a collector over HTTPS, with a connection for each line, behind
 * an asynchronous appender, as with Log4j's {@code Http} in {@code Async}, and with log services'
 * appenders in Logback's {@code AsyncAppender}.
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

  private static final String LOGBACK =
      """
      <configuration>
        <appender name="collector" class="io.jssekeeper.it.logback.PostingAppender">
          <url>https://localhost:%d/</url>
        </appender>
        <appender name="async" class="ch.qos.logback.classic.AsyncAppender">
          <appender-ref ref="collector"/>
        </appender>
        <root level="info"><appender-ref ref="async"/></root>
      </configuration>
      """;

  private static final Duration UNTIL_IT_TRIES_AGAIN = Duration.ofSeconds(120);

  private enum Library {
    LOG4J,
    LOGBACK
  }

  @Parameter Stage stage;
  @TempDir private Path folder;
  private ForkedJvm collector;

  @BeforeEach
  void collect() {
    collector = stage.start(stage.bothSides("Collector"));
  }

  @ParameterizedTest
  @EnumSource
  void line_withoutTheAgent_isOnePost(Library library) {
    ForkedJvm application = stage.start(application(library));
    application.ask("log");
    awaitPosts(1);
    application.ask("log");
    awaitPosts(2);
    application.stop();

    assertThat(posts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void line_withTheAgent_startsNoLoop(Library library) {
    ForkedJvm application = stage.start(application(library).agent(Agent.unasked()));
    application.ask("log");

    awaitNotice(application);
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

  @Test
  void feedingThatHasStopped_thatPeerIsLoggedAgain_andCountedAllTheTime() {
    Settings.requireFull();
    ForkedJvm application = stage.start(application(Library.LOGBACK).agent(Agent.unasked()));
    application.ask("log");
    awaitNotice(application);
    collector.ask("keep");

    String connect = "connect protocols=TLSv1.2 port=" + collector.port();
    try (JmxClient jmx = application.jmx()) {
      long counted = clientHandshakes(jmx);
      application.ask(connect);
      Awaitility.await().until(() -> clientHandshakes(jmx) > counted);
    }
    application.ask("log");
    assertThat(postsWith("protocol=TLSv1.2")).isZero();
    Awaitility.await()
        .atMost(UNTIL_IT_TRIES_AGAIN)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              application.ask(connect);
              return postsWith("protocol=TLSv1.2") > 2;
            });
    application.stop();

    assertThat(application.notices()).hasSize(1);
  }

  private void awaitNotice(ForkedJvm application) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(application.notices())
                    .singleElement()
                    .asString()
                    .contains("localhost:" + collector.port(), "no longer logged"));
  }

  private static long clientHandshakes(JmxClient jmx) {
    return jmx.keeper().rows("HandshakeTotals").stream()
        .filter(row -> row.get("side").equals("client"))
        .mapToLong(row -> ((Number) row.get("count")).longValue())
        .sum();
  }

  private Fork application(Library library) {
    Fork application = stage.loggingServer();
    switch (library) {
      case LOG4J:
        return application
            .classPath(Settings.library("log4j"))
            .flags("-Dlog4j2.configurationFile=" + configuration(LOG4J));
      case LOGBACK:
        return application
            .classPath(Settings.library("logback"))
            .flags("-Dlogback.configurationFile=" + configuration(LOGBACK))
            .flags("-Djavax.net.ssl.trustStore=" + trust())
            .flags("-Djavax.net.ssl.trustStorePassword=changeit");
      default:
        throw new AssertionError(library);
    }
  }

  private Path configuration(String text) {
    try {
      Path file = folder.resolve("log.xml");
      return Files.writeString(file, text.formatted(collector.port(), trust()));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static Path trust() {
    return KeyMaterial.shared().ec().trust();
  }

  private void awaitPosts(long count) {
    Awaitility.await().untilAsserted(() -> assertThat(posts()).isGreaterThanOrEqualTo(count));
  }

  private long posts() {
    return postsWith("");
  }

  private long postsWith(String text) {
    return collector.ask("posts text=" + text).number("count");
  }
}

package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connection to another port may resume an open control connection's session. */
@OnEachJdk
final class FtpsConditionsIT {
  private static final String DIGITS = "host=127.0.0.1";
  private static final String NAME = "host=localhost";

  @Parameter Stage stage;

  private ForkedJvm server;
  private ForkedJvm client;
  private long other;

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void connection_resumesOnlyWhereAllConditionsHold(String protocol) {
    start(protocol);

    assertThat(connect(NAME)).as("no control connection").isEqualTo("full");
    open(NAME);
    assertThat(connect(NAME)).as("the same name").isEqualTo("resumed");
    assertThat(connect(DIGITS)).as("its address in digits").isEqualTo("resumed");
    assertThat(connect("host=other.example")).as("another name").isEqualTo("full");
    assertThat(connect("host=127.0.0.2")).as("other digits").isEqualTo("full");
    assertThat(connect("kind=engine " + DIGITS)).as("an engine").isEqualTo("full");
    assertThat(connect(NAME + " identify=HTTPS")).as("stricter identification").isEqualTo("full");
    assertThat(client.ask("connect " + NAME + " port=" + other).text("result"))
        .as("another control connection")
        .isEqualTo("full");
    assertThat(connect(DIGITS)).as("after all that").isEqualTo("resumed");

    client.ask("renew");
    assertThat(connect(DIGITS)).as("another context").isEqualTo("full");
    open(DIGITS);
    assertThat(connect(NAME)).as("a name, where the control connection has none").isEqualTo("full");
    client.ask("close");
    assertThat(connect(DIGITS)).as("the control connection is closed").isEqualTo("full");
  }

  @Test
  void identifiedConnection_resumesByTheSameNameOnly() {
    Settings.requireFull();
    start("TLSv1.3");
    open(NAME + " identify=HTTPS");

    assertThat(connect(DIGITS + " identify=HTTPS")).isEqualTo("full");
    assertThat(connect(NAME + " identify=HTTPS")).isEqualTo("resumed");
    assertThat(connect(DIGITS)).isEqualTo("resumed");
  }

  @Test
  void controlConnection_isInvalidated_resumesNothing() {
    Settings.requireFull();
    start("TLSv1.3");
    open(NAME);
    assertThat(connect(DIGITS)).isEqualTo("resumed");

    client.ask("invalidate");

    assertThat(connect(DIGITS)).isEqualTo("full");
  }

  private void start(String protocol) {
    server = stage.start(stage.server());
    other = server.ask("listen").number("port");
    Agent agent = Agent.with("client.ftps=on", "client.ftps.ports=" + server.port() + "+" + other);
    client = stage.start(stage.client().with("protocols", protocol).agent(agent));
  }

  private void open(String how) {
    client.ask("open page=yes port=" + server.port() + " " + how);
  }

  /** To a port of its own, from which there is no other session. */
  private String connect(String how) {
    long port = server.ask("listen").number("port");
    return client.ask("connect port=" + port + " " + how).text("result");
  }
}

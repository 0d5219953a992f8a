package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connection to another port may resume an open control connection's session. */
@OnEachJdk
final class FtpsConditionsIT {
  private static final String DIGITS = "host=127.0.0.1";
  private static final String NAME = "host=localhost";

  /** Enough to start, log in and resume on a busy machine. */
  private static final int EXPIRY_SECONDS = 25;

  @Parameter Stage stage;

  private ForkedJvm server;
  private ForkedJvm client;
  private long other;

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void connection_withoutACondition_isFull(String protocol) {
    start(protocol);

    assertThat(connect(NAME)).as("no control connection").isEqualTo("full");
    open(NAME);
    assertThat(connect(NAME)).as("the same name").isEqualTo("resumed");
    assertThat(connect(DIGITS)).as("its address in digits").isEqualTo("resumed");
    assertThat(connect("host=other.example")).as("another name").isEqualTo("full");
    assertThat(connect("host=127.0.0.2")).as("other digits").isEqualTo("full");
    assertThat(connect("address=127.0.0.2 " + NAME)).as("another address").isEqualTo("full");
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
  void connection_identified_resumesByTheSameNameOnly() {
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

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void certificate_hasExpired_endsTheSessionForDataConnectionsIfSet(String protocol) {
    Settings.requireFull();
    Instant end = Instant.now().plusSeconds(EXPIRY_SECONDS);
    KeyMaterial.Pair expiring = KeyMaterial.expiringIn(EXPIRY_SECONDS);
    start(protocol, expiring, "certificates=end-sessions");
    open(NAME);
    assertThat(connect(DIGITS)).isEqualTo("resumed");
    assertThat(Instant.now()).as("resumed in time").isBefore(end);

    Awaitility.await().until(() -> Instant.now().isAfter(end.plusSeconds(3)));

    assertThat(connect(DIGITS)).isEqualTo("full");
  }

  private void start(String protocol) {
    start(protocol, KeyMaterial.shared().ec(), "certificates=ignore");
  }

  private void start(String protocol, KeyMaterial.Pair keys, String certificates) {
    server = stage.start(stage.server(keys));
    other = server.ask("listen").number("port");
    String ports = "client.ftps.ports=" + server.port() + "+" + other;
    Agent agent = Agent.with("client.ftps=on", ports, certificates);
    client =
        stage.start(
            stage.client().with("trust", keys.trust()).with("protocols", protocol).agent(agent));
  }

  private void open(String how) {
    client.ask("open page=yes port=" + server.port() + " " + how);
  }

  /** To a different port, for which there is no other session. */
  private String connect(String how) {
    String where = how.startsWith("address=") ? " " + how.split(" ")[0] : "";
    long port = server.ask("listen" + where).number("port");
    return client.ask("connect port=" + port + " " + how).text("result");
  }
}

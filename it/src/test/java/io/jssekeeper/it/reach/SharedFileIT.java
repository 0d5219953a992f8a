package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** With {@code server.keys=PATH} a restarted JVM, and another node, resume what one has begun. */
@OnEachJdk
final class SharedFileIT {
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

  @Parameter Stage stage;
  private final byte[] secret = SecretsFile.secret();
  private final SecretsFile file = new SecretsFile().hold(secret);

  @BeforeEach
  void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void nextNode_withoutSharedKeys_makesAFullHandshake() {
    for (Agent agent : List.of(Agent.none(), Agent.with())) {
      assertThat(onTheNextNode(server(agent), server(agent))).containsOnly("full");
    }
  }

  @Test
  void nextNode_withTheSameSecret_resumes() {
    ForkedJvm one = server(sharing());
    ForkedJvm next = server(sharing());

    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
    assertThat(keys(next)).isEqualTo(keys(one)).containsEntry("state", "shared");
  }

  @Test
  void nextNode_withAnotherSecretOrCertificate_makesAFullHandshakeAndSaysWhy() {
    ForkedJvm one = server(sharing());
    ForkedJvm stranger =
        server(Agent.with("server.keys=" + new SecretsFile().hold(SecretsFile.secret()).path()));
    ForkedJvm other =
        stage.start(
            stage.server(KeyMaterial.shared().rsa()).agent(sharing()).with("kind", "engine"));

    assertThat(onTheNextNode(one, stranger)).containsOnly("full");
    assertThat(onTheNextNode(one, other)).containsOnly("full");
    assertThat(details(stranger)).containsOnly("other-secret");
    assertThat(details(other)).containsOnly("other-certificate");
  }

  @Test
  void nextNode_whoseFileIsMissing_sharesOnceItComes() {
    Settings.requireFull();
    SecretsFile late = new SecretsFile().holdContent(new byte[0]);
    ForkedJvm one = server(sharing());
    ForkedJvm next = stage.start(stage.server().agent(Agent.unasked("server.keys=" + late.path())));
    assertThat(onTheNextNode(one, next)).containsOnly("full");
    assertThat(next.notices())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("jsse-keeper: ticket keys: " + late.path() + " is empty;");
    assertThat(KeeperCommand.run("status", next.pid()).out())
        .anyMatch(line -> line.startsWith("ticket keys: local: "));

    late.hold(secret);
    Awaitility.await().until(() -> keys(next).get("state").equals("shared"));
    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
  }

  @Test
  void secret_thatIsTurned_losesNoSession() {
    Settings.requireFull();
    ForkedJvm one = server(sharing("server.keys.settle=15s"));
    ForkedJvm next = server(sharing("server.keys.settle=15s"));
    byte[] fresh = SecretsFile.secret();
    file.hold(fresh, secret);
    for (int i = 0; i < 12; i++) {
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      assertThat(onTheNextNode(next, one)).containsOnly("resumed");
    }
    Awaitility.await().until(() -> keys(next).get("secrets").equals("2"));
    file.hold(fresh);
    Awaitility.await().until(() -> keys(next).get("secrets").equals("1"));
    Awaitility.await().until(() -> keys(one).get("secrets").equals("1"));
    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
  }

  @Test
  void keeper_thatLeaves_leavesNoSecretAndNoKey() throws GeneralSecurityException {
    Settings.requireFull();
    ForkedJvm one = server(sharing());
    ForkedJvm next = server(Agent.unasked("server.keys=" + file.path()));
    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
    byte[] extracted = extracted();
    assertThat(next.holds(extracted)).isTrue();
    assertThat(next.holds(secret)).isFalse();

    assertThat(KeeperCommand.run("detach", next.pid()).status()).isZero();
    assertThat(onTheNextNode(one, next)).containsOnly("full");
    assertThat(next.holds(extracted)).isFalse();
  }

  /** As {@code Secret} does it, for a period of an hour. */
  private byte[] extracted() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(salt(), "HmacSHA256"));
    return mac.doFinal(secret);
  }

  private static byte[] salt() {
    byte[] text = "jsse-keeper ticket keys 1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return java.nio.ByteBuffer.allocate(text.length + Long.BYTES)
        .put(text)
        .putLong(3_600_000)
        .array();
  }

  private Agent sharing(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("server.keys=" + file.path());
    return Agent.with(options.toArray(String[]::new));
  }

  private ForkedJvm server(Agent agent) {
    return stage.start(stage.server().agent(agent).with("kind", "engine"));
  }

  /** What handshakes are, one of each protocol, that follow one with another node. */
  private List<String> onTheNextNode(ForkedJvm one, ForkedJvm next) {
    List<String> results = new ArrayList<>();
    try (Relay relay = Relay.to(one.port())) {
      for (String protocol : PROTOCOLS) {
        relay.target(one.port());
        ForkedJvm client =
            stage.start(stage.client().with("port", relay.port()).with("protocols", protocol));
        assertThat(client.ask("connect host=shop.example").text("result")).isEqualTo("full");
        relay.target(next.port());
        results.add(client.ask("connect host=shop.example").text("result"));
        client.stop();
      }
    }
    return results;
  }

  private static Map<Object, Object> keys(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      Map<Object, Object> keys = new java.util.HashMap<>(jmx.keeper().map("TicketKeys"));
      keys.remove("ageSeconds");
      keys.remove("nextPeriodSeconds");
      return keys;
    }
  }

  private static List<String> details(ForkedJvm server) {
    return server.recordsAtEnd(2).stream().map(record -> record.get("detail")).toList();
  }
}

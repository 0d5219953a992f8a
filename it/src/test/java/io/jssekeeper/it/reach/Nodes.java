package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Stage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Assumptions;

/** Servers of one JDK, and clients that visit one of them and then another. */
final class Nodes {
  static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

  private final Stage stage;

  private Nodes(Stage stage) {
    this.stage = stage;
  }

  /** Skips the test, with the reason, if there are no keys to share. */
  static Nodes on(Stage stage) {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
    return new Nodes(stage);
  }

  /** With JSSE's own sockets all connections would belong to one context. */
  ForkedJvm server(Agent agent) {
    return stage.start(stage.server().agent(agent).with("kind", "engine"));
  }

  /** The results of handshakes, one for each protocol, that follow one with another node. */
  List<String> onTheNextNode(ForkedJvm one, ForkedJvm next) {
    return onTheNextNode(one.port(), next.port());
  }

  List<String> onTheNextNode(long one, long next) {
    List<String> results = new ArrayList<>();
    try (Relay relay = Relay.to(one)) {
      for (String protocol : PROTOCOLS) {
        relay.target(one);
        ForkedJvm client =
            stage.start(stage.client().with("port", relay.port()).with("protocols", protocol));
        assertThat(client.ask("connect host=shop.example").text("result")).isEqualTo("full");
        relay.target(next);
        results.add(client.ask("connect host=shop.example").text("result"));
        client.stop();
      }
    }
    return results;
  }

  /** What JMX shows, except for the passing time. */
  static Map<Object, Object> keys(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      Map<Object, Object> keys = new HashMap<>(jmx.keeper().map("TicketKeys"));
      keys.remove("ageSeconds");
      keys.remove("nextPeriodSeconds");
      return keys;
    }
  }

  /** The form in which a secret is held in the heap, for periods of an hour. */
  static byte[] extracted(byte[] secret) throws GeneralSecurityException {
    byte[] text = "jsse-keeper ticket keys 1".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer salt = ByteBuffer.allocate(text.length + Long.BYTES).put(text).putLong(3_600_000);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(salt.array(), "HmacSHA256"));
    return mac.doFinal(secret);
  }
}

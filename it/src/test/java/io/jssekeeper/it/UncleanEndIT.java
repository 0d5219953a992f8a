package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may end a session, and who may not: TLS 1.2 by id, at a server of sockets. */
@OnEachJdk
final class UncleanEndIT {
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  /** A fatal alert in plain text, {@code internal_error}: RFC 5246 7.2. */
  private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 80};

  /**
   * A record that claims to be encrypted: {@code change_cipher_spec}, and then a Finished of zeros.
   */
  private static final byte[] FINISHED = new byte[6 + 5 + 40];

  static {
    System.arraycopy(new byte[] {20, 3, 3, 0, 1, 1, 22, 3, 3, 0, 40}, 0, FINISHED, 0, 11);
  }

  private static final byte[] NOTHING = {};

  @RegisterExtension final Stage stage;

  UncleanEndIT(Jdk jdk) {
    this.stage = new Stage(jdk);
  }

  @Test
  void stranger_replaysAHelloAndHangsUp_withoutAgent_endsTheSession() {
    assertThat(afterStranger(Agent.none(), NOTHING)).isEqualTo("full");
  }

  @Test
  void stranger_replaysAHello_endsNothing() {
    assertThat(afterStranger(Agent.with(), NOTHING, ALERT, FINISHED)).isEqualTo("resumed");
  }

  @Test
  void stranger_replaysAHello_withoutClose_endsTheSessionAsJsseDoes() {
    assertThat(afterStranger(Agent.with("keep=gc"), NOTHING)).isEqualTo("full");
  }

  /** The server sees a bad record MAC, and the client an alert under the keys. */
  @Test
  void badRecord_onAnEstablishedConnection_endsTheSessionOnBothSides() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(Agent.with()));
    try (Relay relay = Relay.to(server.port())) {
      Fork fork = BY_ID.in(stage.client()).agent(Agent.with());
      ForkedJvm client = stage.start(fork.with("port", relay.port()));
      connect(client, "full");
      connect(client, "resumed");

      relay.spoil();
      assertThat(client.ask("connect").what()).isEqualTo("failed");
      relay.passAll();

      assertThat(sessions(client, "client")).isZero();
      assertThat(sessions(server, "server")).isZero();
      connect(client, "full");
    }
  }

  /** What a handshake after the stranger's visits is. */
  private String afterStranger(Agent agent, byte[]... visits) {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(agent));
    try (Relay relay = Relay.to(server.port())) {
      ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", relay.port()));
      connect(client, "full");
      connect(client, "resumed");
      for (byte[] visit : visits) {
        assertThat(relay.replayHello(visit)).as("bytes the stranger is answered").isPositive();
      }
      return client.ask("connect").text("result");
    }
  }

  private static void connect(ForkedJvm client, String result) {
    Answer answer = client.ask("connect");
    assertThat(answer.text("result")).as("%s", answer).isEqualTo(result);
  }

  private static long sessions(ForkedJvm jvm, String side) {
    try (JmxClient jmx = jvm.jmx()) {
      return jmx.sessionCaches(side).stream().mapToLong(cache -> cache.number("Size")).sum();
    }
  }
}

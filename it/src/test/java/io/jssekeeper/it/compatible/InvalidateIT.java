package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * When a client's application invalidates a session, everything resumable with that peer goes too,
 * as in JSSE: the application may have changed its keys, or what it trusts.
 */
@OnEachJdk
final class InvalidateIT {
  /** One protocol's visits; the second cannot resume the first one's session. */
  private enum Visits {
    TLS12(
        "TLSv1.2",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
    TLS13("TLSv1.3", "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");

    final String first;
    final String second;

    Visits(String protocol, String first, String second) {
      String host = " host=" + protocol.toLowerCase() + ".example protocols=" + protocol;
      this.first = host + " ciphers=" + first;
      this.second = host + " ciphers=" + second;
    }
  }

  @Parameter Stage stage;

  private ForkedJvm server;

  @Test
  void invalidate_sessionOfOneConnection_endsThoseOfTheOthersToThatPeer() {
    assertThat(afterTheFirstIsInvalidated(Agent.none())).as("without").containsOnly("full");
    assertThat(afterTheFirstIsInvalidated(Agent.with())).as("with").containsOnly("full");
    assertThat(afterTheFirstIsInvalidated(Agent.with("keep=gc+clock+settings+close")))
        .as("without the protection of tickets")
        .containsOnly("full");
  }

  private List<String> afterTheFirstIsInvalidated(Agent agent) {
    ForkedJvm client = client(agent);
    return Arrays.stream(Visits.values()).map(v -> afterTheFirstIsInvalidated(client, v)).toList();
  }

  private static String afterTheFirstIsInvalidated(ForkedJvm client, Visits visits) {
    client.ask("open page=yes" + visits.first);
    assertThat(connect(client, visits.second)).isEqualTo("full");
    assertThat(connect(client, visits.second)).as("not invalidated").isEqualTo("resumed");
    client.ask("invalidate");
    client.ask("close");
    return connect(client, visits.second);
  }

  /** As libraries that reload keys do it: {@code getIds()}, and invalidating each session. */
  @Test
  void reload_allSessionsInvalidated_endsAsMuchAsWithoutAgent() {
    Map<String, String> without = afterReload(Agent.none());

    assertThat(without).containsEntry("TLS12", "full").containsEntry("TLS13", "full");
    assertThat(afterReload(Agent.with())).isEqualTo(without);
    if (Settings.full()) {
      assertThat(afterReload(Agent.with("keep=gc+clock+settings+close"))).isEqualTo(without);
    }
  }

  private Map<String, String> afterReload(Agent agent) {
    ForkedJvm client = client(agent);
    Map<String, String> results = new TreeMap<>();
    for (Visits visits : Visits.values()) {
      client.ask("open page=yes" + visits.first);
      assertThat(connect(client, visits.second)).isEqualTo("full");
      assertThat(connect(client, visits.second)).isEqualTo("resumed");
      client.ask("reload");
      results.put(visits.name(), connect(client, visits.second));
      client.ask("close");
    }
    results.put("under way", afterReloadOfOneUnderWay(client));
    return results;
  }

  /**
   * The client's handshake is complete; its ticket arrives after everything has been invalidated.
   */
  private static String afterReloadOfOneUnderWay(ForkedJvm client) {
    String other = Visits.TLS13.first.replace("host=", "host=other.");
    client.ask("open" + other);
    client.ask("reload");
    client.ask("again");
    client.ask("close");
    return connect(client, other);
  }

  private ForkedJvm client(Agent agent) {
    if (server == null) {
      server = stage.start(stage.server());
    }
    return stage.start(stage.client().agent(agent).with("port", server.port()));
  }

  private static String connect(ForkedJvm client, String how) {
    return client.ask("connect" + how).text("result");
  }
}

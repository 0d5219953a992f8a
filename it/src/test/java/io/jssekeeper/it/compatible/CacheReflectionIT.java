package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A session that an application puts into JSSE's cache by reflection, for another peer than its
 * own, is resumed with that peer: FTPS clients depend on it.
 */
@OnEachJdk
final class CacheReflectionIT {
  private static final String TLS12 = " protocols=TLSv1.2";
  private static final String TLS13 = " protocols=TLSv1.3";
  private static final Agent UNPROTECTED = Agent.with("keep=gc+clock+settings+close");

  @Parameter Stage stage;

  private ForkedJvm server;

  @Test
  void put_sessionOfAnotherPeer_isResumedAsWithoutAgent() {
    List<String> without = sharedSessions(Agent.none());

    assertThat(without).containsExactly("resumed", "resumed", "resumed", "resumed", "full", "full");
    assertThat(sharedSessions(Agent.with())).isEqualTo(without);
    if (Settings.full()) {
      assertThat(sharedSessions(UNPROTECTED)).isEqualTo(without);
    }
  }

  /**
   * Under one key; under two; with its own peer still; after another session has taken its place
   * there; and after it has expired.
   */
  private List<String> sharedSessions(Agent agent) {
    ForkedJvm client = client(agent);
    List<String> results = new ArrayList<>();
    client.ask("open page=yes host=control.example" + TLS12);
    client.ask("share to=data.example,127.0.0.1");
    results.add(connect(client, "data.example" + TLS12));
    results.add(connect(client, "127.0.0.1" + TLS12));
    results.add(connect(client, "control.example" + TLS12));

    String other = " ciphers=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    assertThat(connect(client, "control.example" + TLS12 + other)).isEqualTo("full");
    client.ask("share to=again.example");
    results.add(connect(client, "again.example" + TLS12));

    client.ask("invalidate");
    client.ask("close");
    results.add(connect(client, "data.example" + TLS12));
    results.add(connect(client, "again.example" + TLS12));
    return results;
  }

  /**
   * In TLS 1.3 the connection's own session cannot be resumed; its tickets can. The next one
   * belongs to the peer of the first.
   */
  @Test
  void getAndPut_ticketOfAnotherPeer_isResumedEachTime() {
    assertThat(movedTickets(Agent.none())).containsOnly("resumed");
    assertThat(movedTickets(Agent.with())).containsOnly("resumed");
    if (Settings.full()) {
      assertThat(movedTickets(UNPROTECTED)).containsOnly("resumed");
    }
  }

  private List<String> movedTickets(Agent agent) {
    ForkedJvm client = client(agent);
    List<String> results = new ArrayList<>();
    assertThat(connect(client, "control.example" + TLS13)).isEqualTo("full");
    for (int i = 1; i <= 5; i++) {
      client.ask("move from=control.example to=127.0.0.1,data-" + i + ".example");
      results.add(connect(client, "data-" + i + ".example" + TLS13));
    }
    return results;
  }

  /** The link is not migrated, and its connections are full; the session itself is. */
  @Test
  void attachAndDetach_sessionOfAnotherPeer_isResumedWithItsOwnPeer() {
    Settings.requireFull();
    ForkedJvm client = client(Agent.none());
    client.ask("open page=yes host=control.example" + TLS12);
    client.ask("share to=before.example");

    assertThat(KeeperCommand.run("attach", client.pid()).status()).isZero();
    assertThat(connect(client, "control.example" + TLS12)).isEqualTo("resumed");
    client.ask("share to=meanwhile.example");
    assertThat(connect(client, "meanwhile.example" + TLS12)).isEqualTo("resumed");

    assertThat(KeeperCommand.run("detach", client.pid()).status()).isZero();
    assertThat(connect(client, "control.example" + TLS12)).isEqualTo("resumed");
    assertThat(connect(client, "meanwhile.example" + TLS12)).isEqualTo("full");
  }

  @Test
  void get_fromOutside_takesNoTicket() {
    ForkedJvm client = client(Agent.with());
    assertThat(connect(client, "control.example" + TLS13)).isEqualTo("full");

    for (int i = 0; i < 3; i++) {
      assertThat(client.ask("look from=control.example").text("found")).isEqualTo("true");
    }

    assertThat(connect(client, "control.example" + TLS13)).isEqualTo("resumed");
  }

  private ForkedJvm client(Agent agent) {
    if (server == null) {
      server = stage.start(stage.server());
    }
    return stage.start(
        stage
            .client()
            .flags("--add-opens=java.base/sun.security.ssl=ALL-UNNAMED")
            .flags("--add-opens=java.base/sun.security.util=ALL-UNNAMED")
            .agent(agent)
            .with("port", server.port()));
  }

  private static String connect(ForkedJvm client, String hostAndMore) {
    return client.ask("connect host=" + hostAndMore).text("result");
  }
}

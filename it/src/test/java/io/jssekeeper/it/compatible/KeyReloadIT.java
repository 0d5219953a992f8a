package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A client's identity after sslcontext-kickstart has replaced its key and invalidated the sessions
 * made with the old one.
 */
@OnEachJdk
final class KeyReloadIT {
  @Parameter Stage stage;
  private ForkedJvm server;

  @Test
  void connect_keyExchangedByALibrary_usesTheNewOneAsWithoutAgent() {
    Assumptions.assumeTrue(
        stage.jdk().feature() >= 17, () -> "the tests' libraries take more than " + stage.jdk());
    List<String> without = keys(Agent.none());

    assertThat(without.subList(0, 4)).containsExactly("RSA", "EC", "RSA", "EC");
    assertThat(keys(Agent.with())).isEqualTo(without);
    if (Settings.full()) {
      assertThat(keys(Agent.with("keep=gc+clock+settings+close"))).isEqualTo(without);
    }
  }

  /**
   * For each protocol the key before and after the exchange, with a connection open; then the key
   * after an exchange while a connection's ticket was in transit.
   */
  private List<String> keys(Agent agent) {
    ForkedJvm client = client(agent);
    List<String> keys = new ArrayList<>();
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      client.ask("open protocol=" + protocol);
      keys.add(key(client, protocol));
      reload(client, KeyMaterial.shared().ec());
      keys.add(key(client, protocol));
      client.ask("finish");
      reload(client, KeyMaterial.shared().rsa());
    }
    client.ask("open protocol=TLSv1.3");
    reload(client, KeyMaterial.shared().ec());
    client.ask("finish");
    keys.add(key(client, "TLSv1.3"));
    return keys;
  }

  private ForkedJvm client(Agent agent) {
    if (server == null) {
      server =
          stage.start(
              stage.server().with("auth", "need").with("trust", KeyMaterial.shared().trust()));
    }
    return stage.start(stage.reloadingClient().agent(agent).with("port", server.port()));
  }

  private static String key(ForkedJvm client, String protocol) {
    return client.ask("connect protocol=" + protocol).text("key");
  }

  private static void reload(ForkedJvm client, KeyMaterial.Pair keys) {
    client.ask("reload keys=" + keys.store());
  }
}

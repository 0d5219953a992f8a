package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.RealServer;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that forget their sessions and ticket keys: a client with the agent gets over that as
 * quickly as one without.
 */
@OnEachJdk
final class RealServersIT {
  private static final int VISITS = 4;

  /** Of an AES-256 ticket key of OpenSSL, with its name and its HMAC key. */
  private static final int KEY_BYTES = 80;

  @Parameter Stage stage;
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void nginx_withOtherTicketKeys_isGotOverAsWithoutAgent(String protocol) throws IOException {
    Path used = key("used", 0);
    Path first = key("first", 1);
    Path second = key("second", 2);
    Files.copy(first, used, StandardCopyOption.REPLACE_EXISTING);
    try (RealServer nginx = RealServer.nginx("ssl_session_ticket_key " + used + ";")) {
      List<Path> turns = new ArrayList<>(List.of(second, first));
      assertNoWorse(
          nginx,
          protocol,
          server -> {
            server.restartWith(used, turns.get(0));
            Collections.swap(turns, 0, 1);
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void nginx_withIdsThatItForgets_isGotOverAsWithoutAgent(String protocol) {
    Settings.requireFull();
    String byId = "ssl_session_tickets off; ssl_session_cache shared:ids:1m;";
    try (RealServer nginx = RealServer.nginx(byId)) {
      assertNoWorse(nginx, protocol, RealServer::restart);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void haProxy_withOtherTicketKeys_isGotOverAsWithoutAgent(String protocol) {
    try (RealServer haProxy = RealServer.haProxy("")) {
      assertNoWorse(haProxy, protocol, RealServer::restart);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void haProxy_withoutCacheAndTickets_isServedAsWithoutAgent(String protocol) {
    Settings.requireFull();
    String nothing = "tune.ssl.cachesize 0\n  ssl-default-bind-options no-tls-tickets";
    try (RealServer haProxy = RealServer.haProxy(nothing)) {
      assertNoWorse(haProxy, protocol, RealServer::restart);
    }
  }

  /** No visit fails, and none is full that is resumed without the agent. */
  private void assertNoWorse(RealServer server, String protocol, Consumer<RealServer> disturb) {
    List<String> plain = visits(server, protocol, disturb, Agent.none());
    List<String> kept = visits(server, protocol, disturb, Agent.with());

    assertThat(plain).hasSize(2 * VISITS).doesNotContain("failed");
    assertThat(kept).hasSize(2 * VISITS).doesNotContain("failed");
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i).equals("resumed")) {
        assertThat(kept.get(i)).as("%s, without the agent %s", kept, plain).isEqualTo("resumed");
      }
    }
  }

  private List<String> visits(
      RealServer server, String protocol, Consumer<RealServer> disturb, Agent agent) {
    ForkedJvm client =
        stage.start(
            stage.client().agent(agent).with("port", server.port()).with("protocols", protocol));
    List<String> results = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < VISITS; i++) {
        Answer answer = client.ask("connect");
        results.add(answer.what().equals("failed") ? "failed" : answer.text("result"));
      }
      if (round == 0) {
        disturb.accept(server);
      }
    }
    return results;
  }

  private Path key(String name, long seed) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    new Random(seed).nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }
}

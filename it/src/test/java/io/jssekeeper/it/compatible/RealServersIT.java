package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeyMaterial;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that forget their sessions and ticket keys, or reject what they issued: a client with the
 * agent recovers at least as quickly as one without.
 */
@OnEachJdk
final class RealServersIT {
  private static final int VISITS = 4;
  private static final int REFUSED_VISITS = 12;

  /** The size of OpenSSL's AES-256 ticket key, with its name and its HMAC key. */
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

  @ParameterizedTest
  @CsvSource({"TLSv1.2, ''", "TLSv1.3, ''", "TLSv1.2, -no_ticket"})
  void openSsl_withOtherTicketKeysOrForgottenIds_recoversAsWithoutAgent(
      String protocol, String option) {
    Settings.requireFull();
    try (RealServer openSsl = RealServer.openSsl(option)) {
      assertNoWorse(openSsl, protocol, RealServer::restart);
    }
  }

  /** As in redis/redis#7270. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void socat_whichRefusesEachResumption_isGotOver(String protocol) {
    try (RealServer socat = RealServer.socat()) {
      List<String> plain = refusedVisits(socat, protocol, Agent.none());
      List<String> kept = refusedVisits(socat, protocol, Agent.with());

      if (!stage.jdk().hasStatelessTickets() && protocol.equals("TLSv1.2")) {
        assertThat(plain).as("socat gives no session id").containsOnly("full");
        assertThat(kept).isEqualTo(plain);
        return;
      }
      assertThat(plain).as("without the agent").contains("failed");
      assertThat(Collections.frequency(kept, "failed"))
          .as("%s, without the agent %s", kept, plain)
          .isLessThan(Collections.frequency(plain, "failed"));
      assertThat(String.join(" ", kept))
          .startsWith("full failed full")
          .doesNotContain("failed failed");
    }
  }

  private List<String> refusedVisits(RealServer server, String protocol, Agent agent) {
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(agent)
                .with("keys", KeyMaterial.shared().ec().store())
                .with("port", server.port())
                .with("protocols", protocol));
    return visits(client, REFUSED_VISITS);
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
    List<String> results = new ArrayList<>(visits(client, VISITS));
    disturb.accept(server);
    results.addAll(visits(client, VISITS));
    return results;
  }

  private static List<String> visits(ForkedJvm client, int count) {
    return Stream.generate(() -> client.ask("connect"))
        .limit(count)
        .map(answer -> answer.what().equals("failed") ? "failed" : answer.text("result"))
        .toList();
  }

  private Path key(String name, long seed) throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    new Random(seed).nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }
}

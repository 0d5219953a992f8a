package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSslServer;
import io.jssekeeper.it.harness.RealServer;
import io.jssekeeper.it.harness.Reconnects;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** {@code probe} finds out what third-party servers do, and agrees with openssl. */
@OnEachJdk
final class ProbeIT {
  private static final int CONNECTIONS = 3;
  private static final int TICKET_KEY_BYTES = 80;

  @Parameter Stage stage;

  @Test
  void opensslWithItsDefaults_resumesEachWay_andNothingIsToBeChanged() {
    try (OpenSslServer server = OpenSslServer.start()) {
      JSONObject probe = probe(server.port());

      assertThat(resumed(probe)).containsExactly(2, 2, 2);
      JSONObject tls13 = finding(probe, 0);
      assertThat(tls13.getInt("tickets")).isEqualTo(2);
      assertThat(tls13.getLong("secondsLeft")).isBetween(7100L, 7200L);
      assertThat(finding(probe, 1).getLong("ticketLifetime")).isEqualTo(7200);
      assertThat(finding(probe, 1).getBoolean("extendedMasterSecret")).isTrue();
      assertThat(probe.getJSONArray("advice")).isEmpty();
      assertAgrees(server.port(), probe);
    }
  }

  @Test
  void opensslWithoutTickets_andAnotherGroup_getsAdvice() {
    try (OpenSslServer server =
        OpenSslServer.start("-num_tickets", "0", "-groups", "P-521", "-no_cache", "-no_ticket")) {
      JSONObject probe = probe(server.port());

      assertThat(resumed(probe)).containsExactly(0, 0, 0);
      assertThat(finding(probe, 0).getInt("tickets")).isZero();
      assertThat(advice(probe))
          .anySatisfy(sentence -> assertThat(sentence).contains("no ticket"))
          .anySatisfy(sentence -> assertThat(sentence).contains("HelloRetryRequest"))
          .anySatisfy(sentence -> assertThat(sentence).startsWith("TLS 1.2: the server gives"));
      assertAgrees(server.port(), probe);
    }
  }

  @Test
  void openssl_withOneTicket_isAdvisedToSendMore() {
    Settings.requireFull();
    try (OpenSslServer server = OpenSslServer.start("-num_tickets", "1")) {
      assertThat(advice(probe(server.port())))
          .singleElement()
          .asString()
          .contains("one ticket a connection");
    }
  }

  @Test
  void nginx_withoutExtendedMasterSecret_learnsWhoCannotResume() {
    Settings.requireFull();
    try (RealServer nginx = RealServer.nginx("ssl_conf_command Options -ExtendedMasterSecret;")) {
      assertThat(advice(probe(nginx.port())))
          .anySatisfy(sentence -> assertThat(sentence).contains("no extended master secret"));
    }
  }

  @Test
  void jvm_withoutTheKeeper_isAskedLikeAnyServer() {
    Settings.requireFull();
    long port = stage.start(stage.server()).port();
    JSONObject probe = probe(port);

    assertThat(resumed(probe)).containsExactly(2, 2, 2);
    assertThat(finding(probe, 0).getInt("tickets")).isEqualTo(1);
    assertAgrees(port, probe);
  }

  @Test
  void nginx_withoutACache_takesTicketsOnly() {
    Settings.requireFull();
    try (RealServer nginx = RealServer.nginx("")) {
      JSONObject probe = probe(nginx.port());

      assertThat(resumed(probe)).containsExactly(2, 2, 0);
      assertThat(advice(probe))
          .singleElement()
          .asString()
          .contains("takes none of them; only clients with tickets resume")
          .contains("ssl_session_cache");
      assertAgrees(nginx.port(), probe);
    }
  }

  @Test
  void nginx_withShortTickets_learnsTheirLifetime() {
    Settings.requireFull();
    String settings = "ssl_session_timeout 60s; ssl_session_cache shared:probe:1m;";
    try (RealServer nginx = RealServer.nginx(settings)) {
      assertThat(advice(probe(nginx.port())))
          .anySatisfy(
              sentence ->
                  assertThat(sentence).contains("live for").contains("ssl_session_timeout"));
    }
  }

  @Test
  void haProxy_withAndWithoutTickets_isSeenAsOpensslSeesIt() {
    Settings.requireFull();
    for (String settings : List.of("", "ssl-default-bind-options no-tls-tickets")) {
      try (RealServer haProxy = RealServer.haProxy(settings)) {
        assertAgrees(haProxy.port(), probe(haProxy.port()));
      }
    }
  }

  @Test
  void httpd_withAndWithoutACache_isSeenAsOpensslSeesIt() {
    Settings.requireFull();
    for (String settings : List.of("", "SSLSessionCache shmcb:probe(64000)")) {
      try (RealServer httpd = RealServer.httpd(settings)) {
        JSONObject probe = probe(httpd.port());

        assertAgrees(httpd.port(), probe);
        assertThat(resumed(probe)).containsExactly(2, 2, settings.isEmpty() ? 0 : 2);
      }
    }
  }

  @Test
  void slapd_withStartTls_isProbed() {
    Settings.requireFull();
    try (RealServer slapd = RealServer.slapd()) {
      JSONObject probe = probe(slapd.port(), "--starttls", "ldap");

      assertThat(finding(probe, 1).getBoolean("extendedMasterSecret")).isTrue();
    }
  }

  @Test
  void postgres_isAskedForTlsFirst() {
    Settings.requireFull();
    try (RealServer postgres = RealServer.postgres()) {
      JSONObject probe = probe(postgres.port(), "--starttls", "postgres");

      assertThat(resumed(probe)).as("PostgreSQL resumes nothing").containsExactly(0, 0, 0);
      assertThat(finding(probe, 1).getBoolean("extendedMasterSecret")).isTrue();
    }
  }

  @Test
  void gnuTls_isSeenAsOpensslSeesIt() {
    Settings.requireFull();
    try (RealServer gnuTls = RealServer.gnuTls()) {
      JSONObject probe = probe(gnuTls.port());

      assertThat(finding(probe, 0).getInt("tickets")).isPositive();
      assertAgrees(gnuTls.port(), probe);
    }
  }

  /** The same two servers resume everything when they share a key. */
  @Test
  void balancer_overNodesWithoutASharedKey_isAdvisedToShareOne() throws IOException {
    Settings.requireFull();
    byte[] secret = new byte[TICKET_KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    Path key = Files.write(Settings.newFile("ticket", ".key"), secret);

    assertThat(advice(balanced("")))
        .anySatisfy(sentence -> assertThat(sentence).startsWith("TLS 1.3: the server takes none"))
        .anySatisfy(sentence -> assertThat(sentence).contains("the same ticket keys"));
    assertThat(resumed(balanced("ssl_session_ticket_key " + key + ";"))).startsWith(2, 2);
  }

  private static JSONObject balanced(String settings) {
    try (RealServer one = RealServer.nginx(settings);
        RealServer other = RealServer.nginx(settings);
        RealServer balancer = RealServer.balancerOf(one, other)) {
      return probe(balancer.port());
    }
  }

  @Test
  void server_withoutTls_isRefusedInOneSentence() {
    Outcome outcome = KeeperCommand.run("probe", "127.0.0.1:1");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .singleElement()
        .asString()
        .startsWith("jsse-keeper: no TLS handshake with 127.0.0.1:1 succeeded: Connection refused");
  }

  @Test
  void probe_wrongArguments_isWrongUsage() {
    for (String server : List.of("example.org", "example.org:0", ":443", "::1:443", "a:b")) {
      assertThat(KeeperCommand.run("probe", server).status()).as(server).isEqualTo(2);
    }
    assertThat(KeeperCommand.run("probe", "h:1", "--connections", 1).status()).isEqualTo(2);
    assertThat(KeeperCommand.run("probe", "h:1", "--starttls", "x").status()).isEqualTo(2);
  }

  private static JSONObject probe(long port, String... options) {
    List<Object> words = new ArrayList<>(List.of("probe", "127.0.0.1:" + port, "--json"));
    words.addAll(List.of("--connections", CONNECTIONS));
    words.addAll(List.of(options));
    Outcome outcome = KeeperCommand.run(words.toArray());
    assertThat(outcome.status()).as(outcome.toString()).isZero();
    return outcome.object();
  }

  private static JSONObject finding(JSONObject probe, int index) {
    return probe.getJSONArray("findings").getJSONObject(index);
  }

  /** By TLS 1.3 ticket, TLS 1.2 ticket, and TLS 1.2 id. */
  private static List<Integer> resumed(JSONObject probe) {
    List<Integer> resumed = new ArrayList<>();
    for (int i = 0; i < probe.getJSONArray("findings").length(); i++) {
      resumed.add(finding(probe, i).getInt("resumed"));
    }
    return resumed;
  }

  private static List<String> advice(JSONObject probe) {
    List<String> advice = new ArrayList<>();
    probe.getJSONArray("advice").forEach(sentence -> advice.add((String) sentence));
    return advice;
  }

  /** {@code openssl s_client -reconnect} agrees where it can tell: in TLS 1.2. */
  private static void assertAgrees(long port, JSONObject probe) {
    List<Integer> resumed = resumed(probe);

    assertThat(Reconnects.anyResumed(port, "-tls1_2")).isEqualTo(resumed.get(1) > 0);
    assertThat(Reconnects.anyResumed(port, "-tls1_2", "-no_ticket")).isEqualTo(resumed.get(2) > 0);
  }
}

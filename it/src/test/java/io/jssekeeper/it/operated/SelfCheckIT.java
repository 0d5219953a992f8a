package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.broken.OddJdk;
import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Histogram;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The keeper's own handshakes show whether its weaves work, and appear nowhere else. */
@OnEachJdk
final class SelfCheckIT {
  private static final int PEERS = 3;
  private static final Duration WAIT = Duration.ofSeconds(60);

  private static final String TLS13_LATER = "; TLSv1.3 not yet: the application has not used it";

  /** Loaded with the first handshake that needs it. */
  private static final String OF_TLS12 = "sun.security.ssl.ECDHServerKeyExchange";

  private static final String OF_TLS13 =
      "sun.security.ssl.PreSharedKeyExtension$CHPreSharedKeySpec";

  private static final Pattern CALLED = Pattern.compile("(\\d+) weaves called their hooks");

  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;

  @Test
  void start_withTls_passesAndLeavesNoTrace() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(Agent.with()));
    ForkedJvm client = stage.start(client(server).agent(Agent.with()));
    burstTwice(client);

    for (ForkedJvm jvm : List.of(server, client)) {
      try (JmxClient jmx = jvm.jmx()) {
        Bean keeper = jmx.keeper();
        awaitFinding(keeper, "passed in ");
        assertOnlyTheApplications(jmx, keeper);
        assertThat(keeper.map("Protected").values()).allMatch(count -> count.equals(0L));
      }
      Awaitility.await().untilAsserted(() -> assertThat(jvm.records()).hasSize(2 * PEERS));
      assertThat(jvm.notices()).isEmpty();
      assertNothingLeft(jvm);
    }
  }

  /** JSSE's code stays compiled for what the application does. */
  @Test
  void protocol_notUsedByTheApplication_isCheckedOnceItIs() {
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm client = stage.start(client(stage.client(), server).agent(Agent.with()));
    client.ask("burst threads=1 protocols=TLSv1.2 count=" + PEERS);

    try (JmxClient jmx = client.jmx()) {
      Bean keeper = jmx.keeper();
      awaitFinding(keeper, "passed in ");
      assertThat(keeper.text("SelfCheck")).endsWith(TLS13_LATER);
      assertThat(client.hasLoaded(OF_TLS12)).isTrue();
      assertThat(client.hasLoaded(OF_TLS13)).isFalse();
      int weaves = weaves(keeper);

      client.ask("burst threads=1 protocols=TLSv1.3 count=" + PEERS);
      Awaitility.await()
          .atMost(WAIT)
          .untilAsserted(() -> assertThat(keeper.text("SelfCheck")).doesNotContain(TLS13_LATER));
      assertThat(keeper.text("SelfCheck")).startsWith("passed in ");
      assertThat(weaves(keeper)).isGreaterThan(weaves);
    }
    assertGone(client);
  }

  /** Without waiting for TLS to be used: there is no traffic. */
  @Test
  void attach_toAJvmThatUsesTls_passesByItselfAndLeavesNoTrace() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()));
    ForkedJvm client = stage.start(client(server));
    client.ask("burst threads=1 count=" + PEERS);
    assertThat(KeeperCommand.run("attach", server.pid()).status()).isZero();

    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      awaitFinding(keeper, "passed in ");
      assertThat(counts(keeper)).isEmpty();
      client.ask("burst threads=1 count=" + PEERS);
      assertThat(counts(keeper)).contains(Map.entry("server resumed", (long) PEERS));
      assertThat(jmx.sessionCaches("client")).isEmpty();
    }
    Awaitility.await().untilAsserted(() -> assertThat(server.records()).hasSize(PEERS));
    assertGone(server);
  }

  /** Its thread exists while it may be needed, and here it never is. */
  @Test
  void selfCheck_switchedOff_isNotMade() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(Agent.with("selfcheck=false")));
    burstTwice(stage.start(client(server)));

    assertThat(server.threads()).contains("jsse-keeper-sweeper");
    assertThat(server.threads()).doesNotContain("jsse-keeper-self-check");
    assertThat(KeeperCommand.run("status", server.pid()).out())
        .contains("self-check: off: selfcheck=false")
        .first()
        .asString()
        .endsWith("is healthy");
  }

  /** The method exists and is woven, but in this JDK another one does its work. */
  @Test
  void weave_notCalled_isReportedEverywhere() {
    Agent agent = Agent.troubled(Settings.agentJar());
    String odd = OddJdk.withUnusedFinish().flag(stage.jdk());
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).flags(odd).agent(agent));
    String point = "TransportContext.finishHandshake()";

    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      List<String> told = keeper.notifications();
      burstTwice(stage.start(client(server)));
      awaitFinding(keeper, "failed: " + point + " is woven, but did not call its hook");
      assertThat(keeper.rows("Weaves"))
          .filteredOn(row -> row.get("state").equals("silent"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("point")).isEqualTo(point));
      Awaitility.await()
          .atMost(WAIT)
          .untilAsserted(() -> assertThat(told).anyMatch(message -> message.startsWith(point)));
    }
    assertThat(server.notices()).singleElement().asString().contains(point, "are not recorded");
    Outcome status = KeeperCommand.run("status", server.pid());
    assertThat(status.out().get(0)).endsWith("is unhealthy:");
    assertThat(status.out().get(1)).contains("self-check failed: " + point);
    assertThat(KeeperCommand.run("status", "--json", server.pid()).object().getString("selfCheck"))
        .startsWith("failed");
  }

  private static void assertOnlyTheApplications(JmxClient jmx, Bean keeper) {
    assertThat(counts(keeper).values()).containsOnly((long) PEERS);
    assertThat(counts(keeper)).hasSize(2);
    assertThat((String[]) keeper.value("RecentHandshakes")).hasSize(2 * PEERS);
    assertThat((String[]) keeper.value("ContextChurn")).isEmpty();
    assertThat(keeper.number("Contexts")).isEqualTo(1);
    assertThat(jmx.all()).as("the keeper and one cache").hasSize(2);
  }

  private static int weaves(Bean keeper) {
    Matcher number = CALLED.matcher(keeper.text("SelfCheck"));
    assertThat(number.find()).isTrue();
    return Integer.parseInt(number.group(1));
  }

  /** It reports its result before its thread has ended: once both protocols are checked. */
  private static void assertGone(ForkedJvm jvm) {
    jvm.awaitNoThread("jsse-keeper-self-check"::equals);
    assertNothingLeft(jvm);
  }

  private static void assertNothingLeft(ForkedJvm jvm) {
    Awaitility.await().atMost(WAIT).untilAsserted(() -> assertOneOfEach(jvm.settledHistogram()));
  }

  private static void assertOneOfEach(Histogram live) {
    assertThat(live.instances("sun.security.ssl.SSLContextImpl$TLSContext")).isEqualTo(1);
    assertThat(live.instances("io.jssekeeper.core.Core")).isEqualTo(1);
    assertThat(live.instances("io.jssekeeper.selfcheck.LoopbackKey")).isZero();
  }

  /** Everything that is not zero. */
  private static Map<String, Long> counts(Bean keeper) {
    return keeper.rows("Handshakes").stream()
        .filter(row -> (long) row.get("count") > 0)
        .collect(
            Collectors.toMap(
                row -> row.get("side") + " " + row.get("result"), row -> (long) row.get("count")));
  }

  private static void burstTwice(ForkedJvm client) {
    client.ask("burst threads=1 count=" + PEERS);
    client.ask("burst threads=1 count=" + PEERS);
  }

  private static void awaitFinding(Bean keeper, String start) {
    Awaitility.await()
        .atMost(WAIT)
        .untilAsserted(() -> assertThat(keeper.text("SelfCheck")).startsWith(start));
  }

  private Fork client(ForkedJvm server) {
    return client(BY_ID.in(stage.client()), server);
  }

  private static Fork client(Fork client, ForkedJvm server) {
    return client.with("port", server.port());
  }
}

package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A JMX client with none of the agent's classes sees the agent and every session context. */
@OnEachJdk
final class JmxIT {
  private static final long DAY_SECONDS = 86_400;
  private static final Duration SOON = Duration.ofSeconds(20);

  @Parameter Stage stage;

  @Test
  void beans_withoutAgent_areAbsent() {
    ForkedJvm server = startServer(Agent.none());

    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.all()).isEmpty();
    }
  }

  @Test
  void keeper_afterHandshakes_showsThem() {
    ForkedJvm server = startServer(Agent.with("memory=3%"));
    twoVisits(startClient(server, Agent.none()));

    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      checkAgent(keeper);
      Awaitility.await().atMost(SOON).untilAsserted(() -> checkHandshakes(keeper));
      assertThat(keeper.number("RecordsDropped")).isZero();
      assertThat(keeper.number("Contexts")).isGreaterThanOrEqualTo(1);
      assertThat(keeper.number("StrongBytes")).isPositive();
      assertThat(keeper.number("BudgetBytes")).isGreaterThan(keeper.number("StrongBytes"));
    }
  }

  private void checkAgent(Bean keeper) {
    assertThat(keeper.text("Version")).matches("[0-9]+\\.[0-9]+.*");
    assertThat(keeper.text("Jdk")).contains(Integer.toString(stage.jdk().feature()));
    assertThat(keeper.rows("Weaves"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsOnlyKeys("point", "state", "detail"))
        .allSatisfy(row -> assertThat(row.get("state")).isIn("active", "waiting", "unneeded"))
        .anySatisfy(row -> assertThat(row).containsEntry("state", "active"));
    assertThat(keeper.map("Options")).containsEntry("memory", "3%").containsEntry("sweep", "1s");
  }

  private static void checkHandshakes(Bean keeper) {
    assertThat(count(keeper, "full")).isEqualTo(1);
    assertThat(count(keeper, "resumed")).isEqualTo(1);
    assertThat(count(keeper, "failed")).isZero();
    String[] recent = (String[]) keeper.value("RecentHandshakes");
    assertThat(recent).hasSize(2);
    assertThat(List.of(recent)).filteredOn(r -> r.startsWith("handshake=full ")).hasSize(1);
    assertThat(List.of(recent)).filteredOn(r -> r.startsWith("handshake=resumed ")).hasSize(1);
  }

  private static long count(Bean keeper, String result) {
    return keeper.rows("Handshakes").stream()
        .filter(row -> result.equals(row.get("result")) && "server".equals(row.get("side")))
        .mapToLong(row -> ((Number) row.get("count")).longValue())
        .sum();
  }

  @Test
  void sessionCache_onEachSide_showsItsSessions() {
    ForkedJvm server = startServer(Agent.with());
    ForkedJvm client = startClient(server, Agent.with());
    twoVisits(client);

    checkCache("server", server);
    checkCache("client", client);
  }

  private static void checkCache(String side, ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      Bean cache = inUse(jmx, side);
      assertThat(cache.text("Side")).isEqualTo(side);
      assertThat(cache.number("Size")).isEqualTo(1);
      assertThat(cache.number("Capacity")).isEqualTo(20_480);
      assertThat(cache.number("TimeoutSeconds")).isEqualTo(DAY_SECONDS);
      assertThat(cache.number("Stored")).isEqualTo(1);
      assertThat(cache.number("Hits")).isGreaterThanOrEqualTo(1);
      assertThat(cache.number("Misses")).isNotNegative();
      assertThat(cache.number("SoftlyHeld")).isZero();
      assertThat(cache.number("StrongBytes")).isBetween(200L, 100_000L);
    }
  }

  @Test
  void sessionCache_settingsChangedAndExpired_showsIt() {
    ForkedJvm server = startServer(Agent.with());
    twoVisits(startClient(server, Agent.none()));
    server.ask("timeout seconds=2");
    server.ask("capacity sessions=77");

    try (JmxClient jmx = server.jmx()) {
      Bean cache = inUse(jmx, "server");
      assertThat(cache.number("TimeoutSeconds")).isEqualTo(2);
      assertThat(cache.number("Capacity")).isEqualTo(77);
      Awaitility.await().atMost(SOON).untilAsserted(() -> checkExpired(cache));
    }
  }

  private static void checkExpired(Bean cache) {
    assertThat(cache.number("Size")).isZero();
    assertThat(cache.map("Removals"))
        .containsEntry("expired", 1L)
        .containsOnlyKeys("expired", "evicted", "collected", "invalidated", "pulled", "replaced");
    assertThat(cache.number("StrongBytes")).isZero();
  }

  @Test
  void sessionCache_contextCollected_isGone() {
    ForkedJvm client = startClient(startServer(Agent.none()), Agent.with());
    client.ask("connect host=a.example");

    try (JmxClient jmx = client.jmx()) {
      ObjectName first = inUse(jmx, "client").name();
      client.ask("renew");
      client.ask("connect host=a.example");
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                client.ask("collect");
                assertThat(used(jmx, "client"))
                    .singleElement()
                    .satisfies(cache -> assertThat(cache.name()).isNotEqualTo(first));
              });
    }
  }

  private ForkedJvm startServer(Agent agent) {
    return stage.start(
        stage
            .server()
            .flags(JvmFlags.NO_STATELESS_TICKETS)
            .with("protocols", "TLSv1.2")
            .agent(agent));
  }

  private ForkedJvm startClient(ForkedJvm server, Agent agent) {
    return stage.start(stage.client().with("port", server.port()).agent(agent));
  }

  private static void twoVisits(ForkedJvm client) {
    assertThat(client.ask("connect host=a.example").text("result")).isEqualTo("full");
    assertThat(client.ask("connect host=a.example").text("result")).isEqualTo("resumed");
  }

  /** The bean of the only used context of that side. */
  private static Bean inUse(JmxClient jmx, String side) {
    return Awaitility.await()
        .atMost(SOON)
        .until(() -> used(jmx, side), used -> used.size() == 1)
        .get(0);
  }

  private static List<Bean> used(JmxClient jmx, String side) {
    return jmx.sessionCaches(side).stream().filter(cache -> cache.number("Stored") > 0).toList();
  }
}

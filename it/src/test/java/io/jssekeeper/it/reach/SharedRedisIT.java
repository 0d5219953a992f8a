package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.RedisServer;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** With {@code server.keys=rediss://...} nodes agree on secrets through Redis, by TLS. */
@OnEachJdk
final class SharedRedisIT {
  /** Nodes look once a minute. */
  private static final Duration NEXT_LOOK = Duration.ofSeconds(90);

  @Parameter Stage stage;

  @BeforeEach
  void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void nextNode_ofTheSameRedis_resumes() {
    try (RedisServer redis = RedisServer.start()) {
      ForkedJvm one = server(sound(redis));
      ForkedJvm next = server(sound(redis));

      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      assertThat(keys(next)).containsEntry("state", "shared");
      try (JmxClient jmx = next.jmx()) {
        assertThat(jmx.sessionCaches("client")).isEmpty();
        assertThat(jmx.keeper().rows("Handshakes"))
            .filteredOn(row -> row.get("side").equals("client"))
            .allMatch(row -> row.get("count").equals(0L));
      }
      assertThat(next.recordsAtEnd(2)).allMatch(record -> record.get("side").equals("server"));
    }
  }

  @Test
  void redis_thatIsDownOrRefuses_costsFullHandshakesOnly() {
    try (RedisServer redis = RedisServer.start()) {
      ForkedJvm one = server(sound(redis));
      List<String> wrong = new ArrayList<>(redis.options());
      wrong.set(1, "server.keys.redis.password=" + Settings.newFile("wrong", ".password"));
      ForkedJvm refused = server(Agent.unasked(wrong.toArray(String[]::new)));
      assertThat(onTheNextNode(one, refused)).containsOnly("full");
      assertThat(refused.notices()).hasSize(1).allMatch(line -> line.contains("cannot be asked"));

      redis.stop();
      ForkedJvm late = server(Agent.unasked(redis.options().toArray(String[]::new)));
      assertThat(onTheNextNode(one, late)).containsOnly("full");
      assertThat(keys(late)).containsEntry("state", "local");
    }
  }

  @Test
  void redis_thatStopsAndComesBackEmpty_isAgreedOnAgain() {
    Settings.requireFull();
    try (RedisServer redis = RedisServer.start()) {
      Agent unasked = Agent.unasked(redis.options().toArray(String[]::new));
      ForkedJvm one = server(unasked);
      ForkedJvm next = server(unasked);
      redis.stop();
      Awaitility.await().atMost(NEXT_LOOK).until(() -> keys(one).get("state").equals("stale"));
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");

      redis.begin();
      ForkedJvm late = server(unasked);
      Awaitility.await().atMost(NEXT_LOOK).until(() -> keys(one).get("state").equals("shared"));
      Awaitility.await().atMost(NEXT_LOOK).until(() -> keys(next).get("state").equals("shared"));
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      assertThat(onTheNextNode(one, late)).containsOnly("resumed");
      assertThat(onTheNextNode(late, next)).containsOnly("resumed");
    }
  }

  private static Agent sound(RedisServer redis) {
    return Agent.with(redis.options().toArray(String[]::new));
  }

  private ForkedJvm server(Agent agent) {
    return stage.start(stage.server().agent(agent).with("kind", "engine"));
  }

  private List<String> onTheNextNode(ForkedJvm one, ForkedJvm next) {
    List<String> results = new ArrayList<>();
    try (Relay relay = Relay.to(one.port())) {
      for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
        relay.target(one.port());
        ForkedJvm client =
            stage.start(stage.client().with("port", relay.port()).with("protocols", protocol));
        assertThat(client.ask("connect host=shop.example").text("result")).isEqualTo("full");
        relay.target(next.port());
        results.add(client.ask("connect host=shop.example").text("result"));
        client.stop();
      }
    }
    return results;
  }

  private static Map<Object, Object> keys(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      return jmx.keeper().map("TicketKeys");
    }
  }
}

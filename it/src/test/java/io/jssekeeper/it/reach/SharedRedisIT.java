package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.RedisServer;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** With {@code server.keys=rediss://...} nodes agree on secrets through Redis, over TLS. */
@OnEachJdk
final class SharedRedisIT {
  /** Nodes ask once a minute. */
  private static final Duration NEXT_LOOK = Duration.ofSeconds(90);

  @Parameter Stage stage;
  private Nodes nodes;

  @BeforeEach
  void requireStatelessTickets() {
    nodes = Nodes.on(stage);
  }

  @Test
  void nextNode_ofTheSameRedis_resumes() {
    try (RedisServer redis = RedisServer.start()) {
      ForkedJvm one = server(sound(redis));
      ForkedJvm next = server(sound(redis));

      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      assertThat(Nodes.keys(next)).containsEntry("state", "shared");
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
      assertThat(refused.notices()).hasSize(1).allMatch(line -> line.contains("cannot be queried"));

      redis.stop();
      ForkedJvm late = server(Agent.unasked(redis.options().toArray(String[]::new)));
      assertThat(onTheNextNode(one, late)).containsOnly("full");
      assertThat(Nodes.keys(late)).containsEntry("state", "local");
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
      Awaitility.await().atMost(NEXT_LOOK).until(() -> state(one).equals("stale"));
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");

      redis.begin();
      ForkedJvm late = server(unasked);
      Awaitility.await().atMost(NEXT_LOOK).until(() -> state(one).equals("shared"));
      Awaitility.await().atMost(NEXT_LOOK).until(() -> state(next).equals("shared"));
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      assertThat(onTheNextNode(one, late)).containsOnly("resumed");
      assertThat(onTheNextNode(late, next)).containsOnly("resumed");
    }
  }

  @Test
  void redis_thatFailsOver_losesNothing_andANodeThatComesThenAgrees() {
    Settings.requireFull();
    try (RedisServer first = RedisServer.start();
        RedisServer second = RedisServer.replicaOf(first);
        Relay address = Relay.to(first.port())) {
      Agent behind = Agent.unasked(first.optionsAt(address.port()).toArray(String[]::new));
      ForkedJvm one = server(behind);
      ForkedJvm next = server(behind);
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      second.awaitCopyOf(first);

      first.stop();
      address.target(second.port()); // accepts no writes yet
      ForkedJvm early = server(behind);
      assertThat(onTheNextNode(one, early)).doesNotContain("failed");
      second.promote();

      Awaitility.await().atMost(NEXT_LOOK).until(() -> state(early).equals("shared"));
      ForkedJvm late = server(behind);
      assertThat(state(late)).isEqualTo("shared");
      for (ForkedJvm other : List.of(next, early, late)) {
        assertThat(onTheNextNode(one, other)).containsOnly("resumed");
        assertThat(onTheNextNode(other, one)).containsOnly("resumed");
      }
    }
  }

  @Test
  void keeper_thatLeaves_leavesNoSecret_andSealedOnesAreNotInADump()
      throws GeneralSecurityException {
    Settings.requireFull();
    try (RedisServer redis = RedisServer.start()) {
      ForkedJvm open = server(Agent.unasked(redis.options().toArray(String[]::new)));
      assertThat(onTheNextNode(open, open)).containsOnly("resumed");
      List<byte[]> stored = unmarked(redis.values());
      assertThat(stored).isNotEmpty();
      assertThat(stored.stream().anyMatch(each -> holds(open, each))).as("in use").isTrue();
      assertThat(KeeperCommand.run("detach", open.pid()).status()).isZero();
      for (byte[] each : stored) {
        assertThat(holds(open, each)).as("after detach").isFalse();
        assertThat(open.holds(each)).as("after detach").isFalse();
      }

      List<String> options = new ArrayList<>(redis.options());
      SecretsFile seal = new SecretsFile().hold(SecretsFile.secret());
      options.set(0, options.get(0) + "/0?prefix=sealed");
      options.add("server.keys.redis.seal=" + seal.path());
      ForkedJvm sealing = server(Agent.with(options.toArray(String[]::new)));
      Awaitility.await().until(() -> state(sealing).equals("shared"));
      assertThat(unmarked(redis.values()))
          .hasSizeGreaterThan(stored.size())
          .allMatch(each -> !holds(sealing, each));
    }
  }

  /** A leading byte says whether it is sealed. */
  private static List<byte[]> unmarked(List<byte[]> values) {
    return values.stream().map(each -> Arrays.copyOfRange(each, 1, each.length)).toList();
  }

  private static boolean holds(ForkedJvm server, byte[] secret) {
    try {
      return server.holds(Nodes.extracted(secret));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Agent sound(RedisServer redis) {
    return Agent.with(redis.options().toArray(String[]::new));
  }

  private ForkedJvm server(Agent agent) {
    return nodes.server(agent);
  }

  private List<String> onTheNextNode(ForkedJvm one, ForkedJvm next) {
    return nodes.onTheNextNode(one, next);
  }

  private static Object state(ForkedJvm server) {
    return Nodes.keys(server).get("state");
  }
}

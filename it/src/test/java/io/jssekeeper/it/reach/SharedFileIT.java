package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.WallClock;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With {@code server.keys=PATH}, a restarted JVM and another node resume sessions begun elsewhere.
 */
@OnEachJdk
final class SharedFileIT {
  @Parameter Stage stage;
  private Nodes nodes;
  private final byte[] secret = SecretsFile.secret();
  private final SecretsFile file = new SecretsFile().hold(secret);

  @BeforeEach
  void requireStatelessTickets() {
    nodes = Nodes.on(stage);
  }

  @Test
  void nextNode_withoutSharedKeys_makesAFullHandshake() {
    for (Agent agent : List.of(Agent.none(), Agent.with())) {
      assertThat(onTheNextNode(server(agent), server(agent))).containsOnly("full");
    }
  }

  @Test
  void nextNode_withTheSameSecret_resumes() {
    ForkedJvm one = server(sharing());
    ForkedJvm next = server(sharing());

    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
    assertThat(Nodes.keys(next)).isEqualTo(Nodes.keys(one)).containsEntry("state", "shared");
  }

  @Test
  void nextNode_withAnotherSecretOrCertificate_isFullWithTheReason() {
    ForkedJvm one = server(sharing());
    ForkedJvm stranger =
        server(Agent.with("server.keys=" + new SecretsFile().hold(SecretsFile.secret()).path()));
    ForkedJvm other =
        stage.start(
            stage.server(KeyMaterial.shared().rsa()).agent(sharing()).with("kind", "engine"));

    assertThat(onTheNextNode(one, stranger)).containsOnly("full");
    assertThat(onTheNextNode(one, other)).containsOnly("full");
    assertThat(details(stranger)).containsOnly("other-secret");
    assertThat(details(other)).containsOnly("other-certificate");
  }

  @Test
  void nextNode_whoseFileIsMissing_sharesOnceItComes() {
    Settings.requireFull();
    SecretsFile late = new SecretsFile().holdContent(new byte[0]);
    ForkedJvm one = server(sharing());
    ForkedJvm next = stage.start(stage.server().agent(Agent.unasked("server.keys=" + late.path())));
    assertThat(onTheNextNode(one, next)).containsOnly("full");
    assertThat(next.notices())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("jsse-keeper: ticket keys: " + late.path() + " is empty;");
    assertThat(KeeperCommand.run("status", next.pid()).out())
        .anyMatch(line -> line.startsWith("ticket keys: local: "));

    late.hold(secret);
    Awaitility.await().until(() -> Nodes.keys(next).get("state").equals("shared"));
    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
  }

  @Test
  void secret_thatIsTurned_losesNoSession() {
    Settings.requireFull();
    ForkedJvm one = server(sharing("server.keys.settle=15s"));
    ForkedJvm next = server(sharing("server.keys.settle=15s"));
    byte[] fresh = SecretsFile.secret();
    file.hold(fresh, secret);
    for (int i = 0; i < 12; i++) {
      assertThat(onTheNextNode(one, next)).containsOnly("resumed");
      assertThat(onTheNextNode(next, one)).containsOnly("resumed");
    }
    Awaitility.await().until(() -> Nodes.keys(next).get("secrets").equals("2"));
    file.hold(fresh);
    Awaitility.await().until(() -> Nodes.keys(next).get("secrets").equals("1"));
    Awaitility.await().until(() -> Nodes.keys(one).get("secrets").equals("1"));
    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
  }

  /** A file for HAProxy: each rotation adds one at the end and removes the first. */
  @Test
  void nextNode_afterARotationForHaproxy_resumesWherePenultimateSeals() {
    Settings.requireFull();
    byte[][] secrets = {SecretsFile.secret(), secret, SecretsFile.secret(), SecretsFile.secret()};
    SecretsFile before = new SecretsFile().hold(secrets[0], secrets[1], secrets[2]);
    SecretsFile after = new SecretsFile().hold(secrets[1], secrets[2], secrets[3]);
    String option = "server.keys.seals=penultimate";
    ForkedJvm one = server(Agent.with("server.keys=" + before.path(), option));
    ForkedJvm next = server(Agent.with("server.keys=" + after.path(), option));

    assertThat(onTheNextNode(one, next)).containsOnly("resumed");

    ForkedJvm first = server(Agent.with("server.keys=" + before.path()));
    ForkedJvm firstNext = server(Agent.with("server.keys=" + after.path()));
    assertThat(onTheNextNode(first, firstNext)).containsOnly("full");
    assertThat(details(firstNext)).containsOnly("other-secret");
  }

  /** How much its clock is ahead; the secret is the same. */
  @ParameterizedTest
  @ValueSource(longs = {-30, 30, 3 * 60, -3 * 60, 30 * 60})
  void nextNode_whoseClockIsOff_resumesOrIsFull_andFailsNever(long minutes) {
    Settings.requireFull();
    WallClock clock = WallClock.light();
    clock.step(Duration.ofMinutes(minutes));
    ForkedJvm one = server(sharing());
    ForkedJvm next =
        stage.start(stage.server().agent(sharing()).with("kind", "engine").clock(clock));
    boolean opens = minutes >= -60 && minutes < 24 * 60;

    assertThat(onTheNextNode(one, next)).containsOnly(opens ? "resumed" : "full");
    if (minutes >= 0 && minutes <= 60) {
      assertThat(onTheNextNode(next, one)).containsOnly("resumed");
    } else {
      assertThat(onTheNextNode(next, one)).containsAnyOf("resumed", "full");
    }
  }

  @Test
  void keeper_thatLeaves_leavesNoSecretAndNoKey() throws GeneralSecurityException {
    Settings.requireFull();
    ForkedJvm one = server(sharing());
    ForkedJvm next = server(Agent.unasked("server.keys=" + file.path()));
    assertThat(onTheNextNode(one, next)).containsOnly("resumed");
    byte[] extracted = Nodes.extracted(secret);
    assertThat(next.holds(extracted)).isTrue();
    assertThat(next.holds(secret)).isFalse();

    assertThat(KeeperCommand.run("detach", next.pid()).status()).isZero();
    assertThat(onTheNextNode(one, next)).containsOnly("full");
    assertThat(next.holds(extracted)).isFalse();
  }

  private Agent sharing(String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("server.keys=" + file.path());
    return Agent.with(options.toArray(String[]::new));
  }

  private ForkedJvm server(Agent agent) {
    return nodes.server(agent);
  }

  private List<String> onTheNextNode(ForkedJvm one, ForkedJvm next) {
    return nodes.onTheNextNode(one, next);
  }

  private static List<String> details(ForkedJvm server) {
    return server.recordsAtEnd(2).stream().map(record -> record.get("detail")).toList();
  }
}

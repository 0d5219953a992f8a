package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.broken.BrokenAgent;
import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The verbs that inspect a running server, and the one that ends its sessions. */
@OnEachJdk
final class CommandVerbsIT {
  private static final int PEERS = 3;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;

  @Test
  void sessionsAndHandshakes_areListed_andInvalidateEndsThem() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(Agent.with()));
    ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", server.port()));
    client.ask("burst threads=1 count=" + PEERS);
    client.ask("burst threads=1 count=" + PEERS);

    Outcome sessions = KeeperCommand.run("sessions", "--json", server.pid());
    Outcome handshakes = KeeperCommand.run("handshakes", "--json", server.pid());
    assertThat(sessions.array()).hasSize(PEERS);
    assertThat(handshakes.array()).hasSize(2 * PEERS);
    assertThat(KeeperCommand.run("sessions", "--side=client", "--json", server.pid()).array())
        .isEmpty();
    assertThat(KeeperCommand.run("sessions", server.pid()).out()).hasSize(PEERS + 2);

    String hash = ((JSONObject) sessions.array().get(0)).getString("session");
    assertThat(KeeperCommand.run("handshakes", server.pid()).out())
        .anyMatch(line -> line.contains(hash) && line.contains("resumed"));
    assertThat(KeeperCommand.run("explain", server.pid()).line("server TLSv1.2: .*"))
        .matches(".*: 3 resumptions saved [^,;]*");
    assertThat(KeeperCommand.run("invalidate", "--session=" + hash, server.pid()).status())
        .isZero();
    assertThat(client.ask("burst threads=1 count=" + PEERS).number("full")).isEqualTo(1);
    assertThat(KeeperCommand.run("invalidate", "--all", server.pid()).status()).isZero();
    assertThat(client.ask("burst threads=1 count=" + PEERS).number("full")).isEqualTo(PEERS);
  }

  @Test
  void status_andExplain_sayHealthReasonsAndAdvice() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(Agent.with()));
    ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", server.port()));
    client.ask("burst threads=1 count=" + PEERS);
    KeeperCommand.run("invalidate", "--all", server.pid());
    client.ask("burst threads=1 count=" + PEERS);

    Outcome status = KeeperCommand.run("status", server.pid());
    assertThat(status.out().get(0)).endsWith("in JVM " + server.pid() + " is healthy");
    assertThat(status.out()).contains("handshakes: " + 2 * PEERS + " full as server");
    assertThat(status.line("weaves: .*")).matches(".* unneeded .nothing is lost.*");
    assertThat(status.out()).noneMatch(line -> line.startsWith("absent"));
    JSONObject json = KeeperCommand.run("status", "--json", server.pid()).object();
    assertThat(json.getJSONArray("weaves"))
        .map(weave -> (JSONObject) weave)
        .filteredOn(weave -> weave.getString("state").equals("unneeded"))
        .isNotEmpty()
        .allSatisfy(weave -> assertThat(weave.getString("detail")).endsWith("nothing is lost"));
    assertThat(json.getBoolean("healthy")).isTrue();
    assertThat(json.getJSONArray("contexts").getJSONObject(0).getInt("Size")).isEqualTo(PEERS);

    Outcome explain = KeeperCommand.run("explain", server.pid());
    assertThat(explain.line("server +not-offered +3 +50.0% .*")).contains("nothing here");
    assertThat(explain.line("server +invalidated +3 +50.0% .*")).contains("look for failed");
    assertThat(explain.line("server TLSv1.2: .*"))
        .contains(
            "3 avoidable full handshakes; their cost is known once some handshakes are resumed");
    client.ask("burst threads=1 count=" + PEERS);
    assertThat(KeeperCommand.run("explain", server.pid()).line("server TLSv1.2: .*"))
        .contains("3 resumptions saved ", "3 avoidable full handshakes cost ");
  }

  /** The first of the two is why each handshake is full here. */
  @Test
  void explain_settingsAgainstResumption_areNamed() {
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .flags("-Djdk.tls.server.disableExtensions=pre_shared_key")
                .agent(Agent.with("log=off")));
    server.ask("timeout seconds=1");
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    for (int i = 0; i < 2; i++) {
      assertThat(client.ask("connect protocols=TLSv1.3").text("result")).isEqualTo("full");
    }

    Outcome explain = KeeperCommand.run("explain", server.pid());
    assertThat(explain.out())
        .contains(
            "setting that defeats resumption: -Djdk.tls.server.disableExtensions=pre_shared_key:"
                + " servers resume no TLS 1.3 session",
            "setting that defeats resumption: the timeout of server sessions is 1s: raise"
                + " server.timeout");
    assertThat(
            KeeperCommand.run("explain", "--json", server.pid()).object().getJSONArray("settings"))
        .hasSize(2);
  }

  @Test
  void status_ofAKeeperThatIsOff_saysSoFirst() {
    ForkedJvm server =
        stage.start(stage.server().agent(Agent.troubled(BrokenAgent.make(), "errors=5")));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    client.ask("burst threads=1 count=" + PEERS);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(KeeperCommand.run("status", server.pid()).out())
                    .anyMatch(line -> line.endsWith("in JVM " + server.pid() + " is unhealthy:"))
                    .anyMatch(
                        line ->
                            line.startsWith(
                                "  off: removed its weaves after repeated internal errors")));
    assertThat(KeeperCommand.run("detach", server.pid()).status()).isZero();
    assertThat(KeeperCommand.run("status", server.pid()).status()).isEqualTo(REFUSED);
  }

  @Test
  void invalidate_nothingNamedOrFound_isRefused() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));

    assertThat(KeeperCommand.run("invalidate", server.pid()).status()).isEqualTo(WRONG_USAGE);
    Outcome unknown = KeeperCommand.run("invalidate", "--session=0123456789abcdef", server.pid());
    assertThat(unknown.status()).as("%s", unknown).isEqualTo(REFUSED);
  }
}

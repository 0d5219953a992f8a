package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The verbs that look into a running server, and the one that ends its sessions. */
@OnEachJdk
final class CommandVerbsIT {
  private static final int PEERS = 3;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @RegisterExtension final Stage stage;

  CommandVerbsIT(Jdk jdk) {
    this.stage = new Stage(jdk);
  }

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
    assertThat(KeeperCommand.run("invalidate", "--session=" + hash, server.pid()).status())
        .isZero();
    assertThat(client.ask("burst threads=1 count=" + PEERS).number("full")).isEqualTo(1);
    assertThat(KeeperCommand.run("invalidate", "--all", server.pid()).status()).isZero();
    assertThat(client.ask("burst threads=1 count=" + PEERS).number("full")).isEqualTo(PEERS);
  }

  @Test
  void invalidate_withoutSayingWhat_isWrongUsage_andOfNothing_isRefused() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));

    assertThat(KeeperCommand.run("invalidate", server.pid()).status()).isEqualTo(WRONG_USAGE);
    Outcome unknown = KeeperCommand.run("invalidate", "--session=0123456789abcdef", server.pid());
    assertThat(unknown.status()).as("%s", unknown).isEqualTo(REFUSED);
  }
}

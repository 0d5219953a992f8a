package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The keeper may be detached, or its option changed, while FTPS transfers go on. */
@OnEachJdk
final class FtpsDetachIT {
  @Parameter Stage stage;

  private FtpsLogins logins;

  @BeforeEach
  void begin() {
    logins = new FtpsLogins(stage);
  }

  @Test
  void keeper_isDetachedInMidTransfer_transferCompletes_nextAreRefused() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    for (String protocol : FtpsLogins.PROTOCOLS) {
      ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.unasked(server)));
      String login = "host=localhost protocols=" + protocol;
      assertThat(logins.transfer(client, login, "").number("refused")).isZero();

      server.ask("hold");
      String down = "transfer what=retr login=" + logins.last();
      CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> client.ask(down));
      Awaitility.await().until(() -> server.ask("held").number("number") == 1);
      KeeperCommand.run("detach", client.pid());
      server.ask("release");

      assertThat(held.join().number("ok")).as("%s", held.join()).isEqualTo(1);
      assertRefused(client.ask(down));
      assertRefused(logins.transfer(client, login, "what=retr"));
      attach(client, server);
      Answer again = logins.transfer(client, login, "");
      assertThat(again.number("refused")).as("%s", again).isZero();
    }
  }

  private static void attach(ForkedJvm client, ForkedJvm server) {
    KeeperCommand.run("attach", client.pid(), "client.ftps=on", FtpsLogins.ports(server));
  }

  /** By the server's own rule, not by a broken connection. */
  private static void assertRefused(Answer answer) {
    assertThat(answer.number("ok")).as("%s", answer).isZero();
    assertThat(answer.text("last")).startsWith("522");
  }

  @Test
  void keeper_isDetachedWhileFourLoginsTransfer_noneIsMoreThanRefused() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.unasked(server)));
    for (int i = 0; i < 4; i++) {
      client.ask("login host=localhost protocols=" + FtpsLogins.PROTOCOLS.get(i % 2));
    }
    CompletableFuture<Answer> all =
        CompletableFuture.supplyAsync(() -> client.ask("transfer at=once times=40"));

    KeeperCommand.run("detach", client.pid());

    Answer answer = all.join();
    assertThat(answer.number("ok") + answer.number("refused")).isEqualTo(4 * 40 * 3);
    assertThat(answer.text("last")).as("%s", answer).matches("none|522.*");
  }

  @Test
  void option_isSetLive_takesEffectForTheNextLogin() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm client = stage.start(logins.client(server).agent(Agent.with("log=off")));
    String login = "host=localhost protocols=TLSv1.3";

    assertThat(logins.transfer(client, login, "").number("ok")).isZero();
    KeeperCommand.run("set", client.pid(), "client.ftps=on", "client.ftps.ports=" + server.port());
    assertThat(logins.transfer(client, login, "").number("refused")).isZero();
    KeeperCommand.run("set", client.pid(), "client.ftps=off");
    assertThat(logins.transfer(client, login, "").number("ok")).isZero();
  }
}

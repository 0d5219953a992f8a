package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Unmodified Apache Commons Net transfers with a server that refuses data connections which do not
 * resume their control connection's session.
 */
@OnEachJdk
final class FtpsIT {
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final String[] OPENED = {
    "--add-opens=java.base/sun.security.ssl=ALL-UNNAMED",
    "--add-opens=java.base/sun.security.util=ALL-UNNAMED"
  };

  private static final int TRANSFERS = 20;

  @Parameter Stage stage;

  private long last;

  @Test
  void transfers_withoutAgentAreRefused_withAgentAllWork() {
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm without = stage.start(client(server));
    ForkedJvm off = stage.start(client(server).agent(Agent.with("log=off")));
    ForkedJvm with = stage.start(client(server).agent(ftps(server, "on")));
    int transfers = 0;

    for (String login : logins()) {
      Answer works = transfer(with, login, "times=2");
      assertThat(works.number("refused")).as("%s: %s", login, works).isZero();
      transfers += Math.toIntExact(works.number("ok"));
    }
    for (String protocol : PROTOCOLS) {
      String login = "host=localhost protocols=" + protocol;
      assertThat(transfer(without, login, "").number("ok")).as(login).isZero();
      assertThat(transfer(off, login, "").number("ok")).as(login).isZero();
    }

    String rows = String.join("", KeeperCommand.run("handshakes", with.pid(), "--json").out());
    assertThat(rows).contains("\"control\":\"127.0.0.1:" + server.port() + "\"");
    List<HandshakeRecord> records = with.recordsAtEnd(transfers);
    assertThat(records)
        .filteredOn(record -> record.has("control"))
        .hasSize(transfers)
        .allMatch(record -> record.get("handshake").equals("resumed") && record.has("via"));
  }

  /** Explicit and implicit, by name and by address, with PASV and EPSV. */
  private static List<String> logins() {
    List<String> logins = new ArrayList<>();
    for (String protocol : PROTOCOLS) {
      for (String how :
          List.of(
              "host=localhost mode=pasv",
              "host=localhost mode=epsv implicit=yes",
              "host=127.0.0.1 mode=pasv implicit=yes",
              "host=127.0.0.1 mode=epsv",
              "host=127.0.0.1 mode=epsv identify=yes",
              "host=::1")) {
        logins.add(how + " protocols=" + protocol);
      }
    }
    return logins;
  }

  @Test
  void logins_fourAtOnce_resumeTheirOwnSessions() {
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm client = stage.start(client(server).agent(ftps(server, "on")));
    for (String protocol : PROTOCOLS) {
      client.ask("login host=localhost protocols=" + protocol);
      client.ask("login host=localhost protocols=" + protocol);
    }

    Answer transferred = client.ask("transfer at=once times=10");

    assertThat(transferred.number("refused")).as("%s", transferred).isZero();
    assertThat(transferred.number("ok")).isEqualTo(4 * 10 * 3);
  }

  /** A client that uploads never reads a ticket on its data connections. */
  @Test
  void uploads_moreThanTickets_workUnlessStrict() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm repeating = stage.start(client(server).agent(ftps(server, "on")));
    ForkedJvm strict = stage.start(client(server).agent(ftps(server, "strict")));
    String login = "host=localhost protocols=TLSv1.3";

    assertThat(transfer(repeating, login, "what=stor times=10").number("ok")).isEqualTo(10);
    Answer once = transfer(strict, login, "what=stor times=10");

    assertThat(once.number("ok")).as("%s", once).isBetween(1L, 9L);
    Answer tls12 = transfer(strict, "host=localhost protocols=TLSv1.2", "what=stor times=10");
    assertThat(tls12.number("refused")).as("%s", tls12).isZero();
    assertThat(strict.recordsAtEnd(10))
        .filteredOn(record -> record.get("handshake").equals("full") && record.has("control"))
        .isNotEmpty()
        .allMatch(record -> record.get("reason").equals("tickets-used-up"));
  }

  @Test
  void passiveAddress_isAnotherOne_nothingIsOffered() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer().with("passive", "127.0.0.2"));
    ForkedJvm client = stage.start(client(server).agent(ftps(server, "on")));

    for (String protocol : PROTOCOLS) {
      String login = "host=localhost anywhere=yes protocols=" + protocol;
      assertThat(transfer(client, login, "what=retr").number("ok")).isZero();
    }

    assertThat(client.recordsAtEnd(4))
        .filteredOn(record -> record.get("peer").startsWith("127.0.0.2"))
        .hasSize(2)
        .allMatch(record -> record.get("handshake").equals("full") && !record.has("control"));
  }

  @Test
  void server_thatResumesNothing_isUsedAsWithoutAgent() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer().with("data", "other"));
    ForkedJvm client = stage.start(client(server).agent(ftps(server, "on")));

    for (String protocol : PROTOCOLS) {
      Answer full = transfer(client, "host=localhost protocols=" + protocol, "times=3");
      assertThat(full.number("refused")).as("%s", full).isZero();
    }
  }

  /** Without the option all transfers work; each logs in again, as scheduled jobs do. */
  @Test
  void serverThatAbortsOffers_isOfferedEverLess() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer().with("data", "aborts"));
    ForkedJvm without = stage.start(client(server));
    ForkedJvm with = stage.start(client(server).agent(ftps(server, "on")));
    List<Long> worked = new ArrayList<>();
    for (String protocol : PROTOCOLS) {
      String login = "host=localhost protocols=" + protocol;
      assertThat(transfersInLogins(without, login)).isEqualTo(TRANSFERS);
      with.ask("renew");
      worked.add(transfersInLogins(with, login));
    }
    assertThat(worked.get(0)).as("at first").isGreaterThanOrEqualTo(TRANSFERS - 5);
    assertThat(worked.get(1)).as("later, of another context").isGreaterThanOrEqualTo(TRANSFERS - 1);
  }

  private long transfersInLogins(ForkedJvm client, String login) {
    long ok = 0;
    for (int i = 0; i < TRANSFERS; i++) {
      ok += transfer(client, login, "what=retr").number("ok");
    }
    return ok;
  }

  @Test
  void keeper_isDetachedInMidTransfer_thatCompletes_andTheNextAreAsWithout() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    for (String protocol : PROTOCOLS) {
      ForkedJvm client = stage.start(client(server).agent(leaving(server)));
      String login = "host=localhost protocols=" + protocol;
      assertThat(transfer(client, login, "").number("refused")).isZero();

      server.ask("hold");
      String down = "transfer what=retr login=" + last;
      CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> client.ask(down));
      Awaitility.await().until(() -> server.ask("held").number("number") == 1);
      KeeperCommand.run("detach", client.pid());
      server.ask("release");

      assertThat(held.join().number("ok")).as("%s", held.join()).isEqualTo(1);
      assertRefused(client.ask(down));
      assertRefused(transfer(client, login, "what=retr"));
      attach(client, server);
      Answer again = transfer(client, login, "");
      assertThat(again.number("refused")).as("%s", again).isZero();
    }
  }

  private static void attach(ForkedJvm client, ForkedJvm server) {
    KeeperCommand.run("attach", client.pid(), "client.ftps=on", ports(server));
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
    ForkedJvm client = stage.start(client(server).agent(leaving(server)));
    for (int i = 0; i < 4; i++) {
      client.ask("login host=localhost protocols=" + PROTOCOLS.get(i % 2));
    }
    CompletableFuture<Answer> all =
        CompletableFuture.supplyAsync(() -> client.ask("transfer at=once times=40"));

    KeeperCommand.run("detach", client.pid());

    Answer answer = all.join();
    assertThat(answer.number("ok") + answer.number("refused")).isEqualTo(4 * 40 * 3);
    assertThat(answer.text("last")).as("%s", answer).matches("none|522.*");
  }

  @Test
  void controlConnection_isCut_nextLoginTransfers() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm client = stage.start(client(server).agent(ftps(server, "on")));

    for (String protocol : PROTOCOLS) {
      String login = "host=localhost protocols=" + protocol;
      Answer before = transfer(client, login, "");
      assertThat(before.number("refused")).as("%s", before).isZero();
      server.ask("cut");
      assertThat(client.ask("transfer what=retr login=" + last).number("ok")).isZero();
      Answer after = transfer(client, login, "");
      assertThat(after.number("refused")).as("%s", after).isZero();
    }
  }

  @Test
  void serverWithoutExtendedMasterSecret_isRefused_andTheRecordSaysWhy() {
    Settings.requireFull();
    ForkedJvm server =
        stage.start(stage.ftpsServer().flags("-Djdk.tls.useExtendedMasterSecret=false"));
    ForkedJvm client = stage.start(client(server).agent(ftps(server, "on")));

    assertThat(transfer(client, "host=localhost protocols=TLSv1.2", "what=retr").number("ok"))
        .isZero();

    assertThat(client.recordsAtEnd(2))
        .filteredOn(record -> record.has("control"))
        .isNotEmpty()
        .allMatch(record -> record.get("reason").equals("ems-mismatch"));
  }

  @Test
  void reflectionTrick_worksAsWithoutAgent_andWithTheOptionInTls13Too() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm without = stage.start(client(server).flags(OPENED));
    ForkedJvm off = stage.start(client(server).flags(OPENED).agent(Agent.with("log=off")));
    ForkedJvm on = stage.start(client(server).flags(OPENED).agent(ftps(server, "on")));
    String tls12 = "trick=yes host=localhost protocols=TLSv1.2";
    String tls13 = "trick=yes host=localhost protocols=TLSv1.3";

    assertThat(transfer(without, tls12, "times=3").number("refused")).isZero();
    assertThat(transfer(off, tls12, "times=3").number("refused")).isZero();
    assertThat(transfer(on, tls12, "times=3").number("refused")).isZero();
    assertThat(transfer(without, tls13, "times=3").number("ok")).isZero();
    assertThat(transfer(on, tls13, "times=3").number("refused")).isZero();
  }

  @Test
  void option_isSetLive_takesEffectForTheNextLogin() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm client = stage.start(client(server).agent(Agent.with("log=off")));
    String login = "host=localhost protocols=TLSv1.3";

    assertThat(transfer(client, login, "").number("ok")).isZero();
    KeeperCommand.run("set", client.pid(), "client.ftps=on", "client.ftps.ports=" + server.port());
    assertThat(transfer(client, login, "").number("refused")).isZero();
    KeeperCommand.run("set", client.pid(), "client.ftps=off");
    assertThat(transfer(client, login, "").number("ok")).isZero();
  }

  /** In a new login. */
  private Answer transfer(ForkedJvm client, String login, String how) {
    Answer opened = client.ask(("login " + login).trim());
    last = opened.number("number");
    return client.ask(("transfer login=" + last + " " + how).trim());
  }

  private Fork client(ForkedJvm server) {
    return stage
        .ftpsClient()
        .with("port", server.port())
        .with("implicitport", server.port("implicit"));
  }

  private static Agent ftps(ForkedJvm server, String word) {
    return Agent.with("client.ftps=" + word, ports(server));
  }

  /** JMX is gone after a detach, and cannot be asked. */
  private static Agent leaving(ForkedJvm server) {
    return Agent.unasked("client.ftps=on", ports(server));
  }

  private static String ports(ForkedJvm server) {
    return "client.ftps.ports=" + server.port() + "+" + server.port("implicit");
  }
}

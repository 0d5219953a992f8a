package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Unmodified Apache Commons Net transfers with a server that refuses data connections which do not
 * resume their control connection's session.
 */
@OnEachJdk
final class FtpsIT {
  private static final String[] OPENED = {
    "--add-opens=java.base/sun.security.ssl=ALL-UNNAMED",
    "--add-opens=java.base/sun.security.util=ALL-UNNAMED"
  };

  private static final int TRANSFERS = 20;

  @Parameter Stage stage;

  private FtpsLogins logins;

  @BeforeEach
  void begin() {
    logins = new FtpsLogins(stage);
  }

  @Test
  void transfers_withoutAgentAreRefused_withAgentAllWork() {
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm without = stage.start(logins.client(server));
    ForkedJvm off = stage.start(logins.client(server).agent(Agent.with("log=off")));
    ForkedJvm with = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));
    int transfers = 0;

    for (String login : everyLogin()) {
      Answer works = logins.transfer(with, login, "times=2");
      assertThat(works.number("refused")).as("%s: %s", login, works).isZero();
      transfers += Math.toIntExact(works.number("ok"));
    }
    for (String protocol : FtpsLogins.PROTOCOLS) {
      String login = "host=localhost protocols=" + protocol;
      assertThat(logins.transfer(without, login, "").number("ok")).as(login).isZero();
      assertThat(logins.transfer(off, login, "").number("ok")).as(login).isZero();
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
  private static List<String> everyLogin() {
    List<String> logins = new ArrayList<>();
    for (String protocol : FtpsLogins.PROTOCOLS) {
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
    ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));
    for (String protocol : FtpsLogins.PROTOCOLS) {
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
    ForkedJvm repeating = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));
    ForkedJvm strict =
        stage.start(logins.client(server).agent(FtpsLogins.option(server, "strict")));
    String login = "host=localhost protocols=TLSv1.3";

    assertThat(logins.transfer(repeating, login, "what=stor times=10").number("ok")).isEqualTo(10);
    Answer once = logins.transfer(strict, login, "what=stor times=10");

    assertThat(once.number("ok")).as("%s", once).isBetween(1L, 9L);
    Answer tls12 =
        logins.transfer(strict, "host=localhost protocols=TLSv1.2", "what=stor times=10");
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
    ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));

    for (String protocol : FtpsLogins.PROTOCOLS) {
      String login = "host=localhost anywhere=yes protocols=" + protocol;
      assertThat(logins.transfer(client, login, "what=retr").number("ok")).isZero();
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
    ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));

    for (String protocol : FtpsLogins.PROTOCOLS) {
      Answer full = logins.transfer(client, "host=localhost protocols=" + protocol, "times=3");
      assertThat(full.number("refused")).as("%s", full).isZero();
    }
  }

  /** Without the option all transfers work; each logs in again, as scheduled jobs do. */
  @Test
  void serverThatAbortsOffers_isOfferedEverLess() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer().with("data", "aborts"));
    ForkedJvm without = stage.start(logins.client(server));
    ForkedJvm with = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));
    List<Long> worked = new ArrayList<>();
    for (String protocol : FtpsLogins.PROTOCOLS) {
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
      ok += logins.transfer(client, login, "what=retr").number("ok");
    }
    return ok;
  }

  @Test
  void controlConnection_isCut_nextLoginTransfers() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.ftpsServer());
    ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));

    for (String protocol : FtpsLogins.PROTOCOLS) {
      String login = "host=localhost protocols=" + protocol;
      Answer before = logins.transfer(client, login, "");
      assertThat(before.number("refused")).as("%s", before).isZero();
      server.ask("cut");
      assertThat(client.ask("transfer what=retr login=" + logins.last()).number("ok")).isZero();
      Answer after = logins.transfer(client, login, "");
      assertThat(after.number("refused")).as("%s", after).isZero();
    }
  }

  @Test
  void serverWithoutExtendedMasterSecret_isRefused_andTheRecordSaysWhy() {
    Settings.requireFull();
    ForkedJvm server =
        stage.start(stage.ftpsServer().flags("-Djdk.tls.useExtendedMasterSecret=false"));
    ForkedJvm client = stage.start(logins.client(server).agent(FtpsLogins.option(server, "on")));

    assertThat(
            logins.transfer(client, "host=localhost protocols=TLSv1.2", "what=retr").number("ok"))
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
    ForkedJvm without = stage.start(logins.client(server).flags(OPENED));
    ForkedJvm off = stage.start(logins.client(server).flags(OPENED).agent(Agent.with("log=off")));
    ForkedJvm on =
        stage.start(logins.client(server).flags(OPENED).agent(FtpsLogins.option(server, "on")));
    String tls12 = "trick=yes host=localhost protocols=TLSv1.2";
    String tls13 = "trick=yes host=localhost protocols=TLSv1.3";

    assertThat(logins.transfer(without, tls12, "times=3").number("refused")).isZero();
    assertThat(logins.transfer(off, tls12, "times=3").number("refused")).isZero();
    assertThat(logins.transfer(on, tls12, "times=3").number("refused")).isZero();
    assertThat(logins.transfer(without, tls13, "times=3").number("ok")).isZero();
    assertThat(logins.transfer(on, tls13, "times=3").number("refused")).isZero();
  }
}

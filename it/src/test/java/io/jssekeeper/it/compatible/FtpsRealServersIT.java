package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.FtpServer;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apache Commons Net transfers with servers that require session reuse by default. */
@OnEachJdk
final class FtpsRealServersIT {
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final List<String> MODES = List.of("pasv", "epsv");

  @Parameter Stage stage;

  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void transfers_withoutAgentAreRefused_withAgentAllWork(String tool) {
    try (FtpServer server = FtpServer.explicit(tool)) {
      ForkedJvm without = stage.start(client(server));
      ForkedJvm with = stage.start(client(server).agent(ftps(server)));
      for (String protocol : PROTOCOLS) {
        String login = "host=localhost protocols=" + protocol;
        assertThat(transfer(without, login, "what=list").number("ok")).as(login).isZero();
        checkTransfers(with, login, 4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void login_isExplicit_fiftyTransfersInEachWay(String tool) {
    Settings.requireFull();
    try (FtpServer server = FtpServer.explicit(tool)) {
      checkLogins(server, List.of("host=localhost", "host=127.0.0.1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void login_isImplicit_fiftyTransfersInEachWay(String tool) {
    Settings.requireFull();
    try (FtpServer server = FtpServer.implicit(tool)) {
      checkLogins(server, List.of("implicit=yes host=localhost", "implicit=yes host=127.0.0.1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void login_isByIpv6_fiftyTransfers(String tool) {
    Settings.requireFull();
    try (FtpServer server = FtpServer.onIpv6(tool)) {
      checkLogins(server, List.of("host=::1"));
    }
  }

  private void checkLogins(FtpServer server, List<String> hosts) {
    ForkedJvm with = stage.start(client(server).agent(ftps(server)));
    for (String protocol : PROTOCOLS) {
      for (String host : hosts) {
        for (String mode : MODES) {
          checkTransfers(with, host + " mode=" + mode + " protocols=" + protocol, 17);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void fourLoginsAtOnce_resumeEachItsOwnSession(String tool) {
    Settings.requireFull();
    try (FtpServer server = FtpServer.explicit(tool)) {
      for (String protocol : PROTOCOLS) {
        ForkedJvm with = stage.start(client(server).agent(ftps(server)));
        for (int i = 0; i < 4; i++) {
          with.ask("login host=localhost mode=" + MODES.get(i % 2) + " protocols=" + protocol);
        }
        Answer transferred = with.ask("transfer at=once times=10");
        assertThat(transferred.number("refused")).as("%s", transferred).isZero();
        assertThat(transferred.number("ok")).isEqualTo(4 * 10 * 3);
      }
    }
  }

  /** A client that uploads never reads a ticket on its data connections. */
  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void uploads_areManyMoreThanTickets_allWork(String tool) {
    Settings.requireFull();
    try (FtpServer server = FtpServer.explicit(tool)) {
      ForkedJvm with = stage.start(client(server).agent(ftps(server)));
      Answer stored = transfer(with, "host=localhost protocols=TLSv1.3", "times=50 what=stor");
      assertThat(stored.number("ok")).as("%s", stored).isEqualTo(50);
    }
  }

  /** Each round is a list, a download and an upload. */
  private static void checkTransfers(ForkedJvm client, String login, int rounds) {
    Answer transferred = transfer(client, login, "times=" + rounds);
    assertThat(transferred.number("refused")).as("%s: %s", login, transferred).isZero();
    assertThat(transferred.number("ok")).as(login).isEqualTo(rounds * 3);
  }

  /** In a new login. */
  private static Answer transfer(ForkedJvm client, String login, String how) {
    long number = client.ask("login " + login).number("number");
    return client.ask("transfer login=" + number + " " + how);
  }

  private static Agent ftps(FtpServer server) {
    return Agent.with("log=off", "client.ftps=on", "client.ftps.ports=" + server.port());
  }

  private Fork client(FtpServer server) {
    return stage
        .ftpsClient()
        .with("folder", "up/")
        .with("port", server.port())
        .with("implicitport", server.port());
  }
}

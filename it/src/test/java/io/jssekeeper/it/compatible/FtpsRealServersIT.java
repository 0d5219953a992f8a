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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apache Commons Net transfers with servers that demand session reuse by default. */
@OnEachJdk
final class FtpsRealServersIT {
  @Parameter Stage stage;

  @ParameterizedTest
  @ValueSource(strings = {"vsftpd", "proftpd"})
  void transfers_withoutAgentAreRefused_withAgentAllWork(String tool) {
    Settings.requireFull();
    try (FtpServer server = FtpServer.start(tool)) {
      for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
        checkRefusal(server, protocol);
        checkTransfers(server, protocol);
      }
    }
  }

  private void checkRefusal(FtpServer server, String protocol) {
    ForkedJvm without = stage.start(client(server, protocol));
    without.ask("login");
    assertThat(without.ask("transfer what=list").number("ok")).isZero();
  }

  private void checkTransfers(FtpServer server, String protocol) {
    Agent agent = Agent.with("log=off", "client.ftps=on", "client.ftps.ports=" + server.port());
    ForkedJvm client = stage.start(client(server, protocol).agent(agent));
    client.ask("login");
    assertThat(transfer(client, "times=17").number("ok")).isEqualTo(17 * 3);
    assertThat(transfer(client, "times=50 what=stor").number("ok")).isEqualTo(50);

    for (int i = 1; i < 4; i++) {
      client.ask("login mode=epsv");
    }
    assertThat(transfer(client, "at=once times=10").number("ok")).isEqualTo(4 * 10 * 3);
  }

  private static Answer transfer(ForkedJvm client, String how) {
    Answer answer = client.ask("transfer " + how);
    assertThat(answer.number("refused")).as("%s", answer).isZero();
    return answer;
  }

  private Fork client(FtpServer server, String protocol) {
    return stage
        .ftpsClient()
        .with("host", "127.0.0.1")
        .with("folder", "up/")
        .with("protocols", protocol)
        .with("port", server.port());
  }
}

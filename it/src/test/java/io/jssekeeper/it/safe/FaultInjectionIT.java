package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.broken.BrokenAgent;
import io.jssekeeper.it.broken.OddJdk;
import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Whatever is wrong with the agent, the application's TLS works as without it. */
@OnEachJdk
final class FaultInjectionIT {
  private static final int PEERS = 5;
  private static final int WEAVES_OF_FATAL = 2;
  private static final String NO_MANAGEMENT = "--limit-modules=java.base,java.instrument";

  @Parameter Stage stage;

  @Test
  void tls_withoutAgent_isFullOnceAndThenResumed() {
    checkTls(start(Agent.none()));
  }

  @Test
  void tls_everyHookThrows_worksAndOneLineSaysSo() {
    Pair pair = start(Agent.troubled(BrokenAgent.make(), "errors=0"));

    checkTls(pair);
    for (ForkedJvm jvm : pair.both()) {
      jvm.stop();
      assertThat(jvm.notices()).as("the notices of %s", jvm.pid()).hasSize(1);
    }
  }

  @Test
  void tls_everyHookThrowsAgainAndAgain_theKeeperTakesItselfOut() {
    Pair pair = start(Agent.troubled(BrokenAgent.make(), "errors=20"));

    checkTls(pair);
    for (ForkedJvm jvm : pair.both()) {
      Awaitility.await().untilAsserted(() -> assertThat(jvm.notices()).hasSize(2));
      assertThat(jvm.notices().get(1)).contains("runs on plain JSSE", "20 internal errors");
      try (JmxClient jmx = jvm.jmx()) {
        assertThat(jmx.keeper().text("State")).startsWith("off: ").contains("broken on purpose");
        assertThat(jmx.keeper().rows("Weaves")).allMatch(row -> row.get("state").equals("undone"));
      }
      jvm.awaitNoThread(List.of("jsse-keeper-sweeper", "jsse-keeper-records")::contains);
    }
    assertThat(pair.client.ask("burst count=" + PEERS).number("resumed")).isEqualTo(PEERS);
  }

  @Test
  void tls_logOnFullDisk_worksAndOneLineSaysSo() {
    Pair pair = start(Agent.troubled(Settings.agentJar(), "log=/dev/full"));

    checkTls(pair);
    for (ForkedJvm jvm : pair.both()) {
      jvm.stop();
      assertThat(jvm.notices()).hasSize(1);
      assertThat(jvm.notices().get(0)).contains("/dev/full");
    }
  }

  @Test
  void tls_unknownOption_worksWithTheAgentOffAndOneLineSaysSo() {
    Pair pair = start(Agent.troubled(Settings.agentJar(), "sweeep=2s"));

    checkTls(pair);
    try (JmxClient jmx = pair.server.jmx()) {
      assertThat(jmx.all()).isEmpty();
    }
    for (ForkedJvm jvm : pair.both()) {
      assertThat(jvm.recordsAtEnd(0)).isEmpty();
      assertThat(jvm.notices()).hasSize(1);
      assertThat(jvm.notices().get(0)).contains("sweeep", "2s").containsPattern("\\bsweep\\b");
    }
  }

  @Test
  void tls_wovenMethodAbsent_worksAndALineForEachWeaveSaysSo() {
    String odd = OddJdk.withoutFatal().flag(stage.jdk());
    checkTls(start(Agent.none(), odd));
    Pair pair = start(Agent.troubled(Settings.agentJar()), odd);

    checkTls(pair);
    try (JmxClient jmx = pair.server.jmx()) {
      assertThat(jmx.keeper().rows("Weaves"))
          .filteredOn(row -> row.get("state").equals("absent"))
          .hasSize(WEAVES_OF_FATAL)
          .allSatisfy(row -> assertThat(row.toString()).contains("fatal"));
      List<String> status = KeeperCommand.run("status", pair.server.pid()).out();
      assertThat(status)
          .filteredOn(line -> line.startsWith("absent: "))
          .hasSize(WEAVES_OF_FATAL)
          .allSatisfy(line -> assertThat(line).contains("fatal"));
    }
    for (ForkedJvm jvm : pair.both()) {
      jvm.stop();
      assertThat(jvm.notices())
          .hasSize(WEAVES_OF_FATAL)
          .allSatisfy(line -> assertThat(line).contains("fatal"));
    }
  }

  @Test
  void tls_jvmWithoutManagementModule_worksAndIsRecorded() {
    checkTls(start(Agent.none(), NO_MANAGEMENT));
    Pair pair = start(Agent.troubled(Settings.agentJar()), NO_MANAGEMENT);

    checkTls(pair);
    for (ForkedJvm jvm : pair.both()) {
      assertThat(jvm.recordsAtEnd(4 * PEERS)).hasSize(4 * PEERS);
      assertThat(jvm.notices()).isEmpty();
    }
  }

  /** Each peer's first handshake is full and the next one resumed, in both protocols. */
  private static void checkTls(Pair pair) {
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      String burst = "burst count=" + PEERS + " protocols=" + protocol;
      assertThat(pair.client.ask(burst).number("full")).as(protocol).isEqualTo(PEERS);
      assertThat(pair.client.ask(burst).number("resumed")).as(protocol).isEqualTo(PEERS);
    }
  }

  /** An RSA key, because older JDKs have elliptic curves in a separate module. */
  private Pair start(Agent agent, String... flags) {
    ForkedJvm server =
        stage.start(stage.server(KeyMaterial.shared().rsa()).flags(flags).agent(agent));
    ForkedJvm client =
        stage.start(stage.client().flags(flags).agent(agent).with("port", server.port()));
    return new Pair(server, client);
  }

  private record Pair(ForkedJvm server, ForkedJvm client) {
    List<ForkedJvm> both() {
      return List.of(server, client);
    }
  }
}

package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Options set at run time take effect immediately, and lose nothing. */
@OnEachJdk
final class LiveSettingsIT {
  private static final int PEERS = 10;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;

  @Test
  void timeoutCapacityAndLog_areSetAtOnce_andNoSessionIsLost() throws Exception {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(Agent.with("log=off")));
    ForkedJvm client = client(server);
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);
    Path log = Files.createTempDirectory(Settings.work(), "live").resolve("handshakes.log");

    Outcome set = set(server, "server.timeout=8h", "server.capacity=0", "log=" + log);
    assertThat(set.out()).contains("server.timeout: 8h", "server.capacity: 0");
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    Awaitility.await().untilAsserted(() -> assertThat(Files.readAllLines(log)).hasSize(PEERS));
    try (JmxClient jmx = server.jmx()) {
      Bean cache = jmx.sessionCache("server");
      assertThat(cache.number("TimeoutSeconds")).isEqualTo(8 * 3600);
      assertThat(cache.number("Capacity")).isZero();
    }

    set(server, "log.format=json", "log.results=resumed");
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    Awaitility.await().untilAsserted(() -> assertThat(Files.readAllLines(log)).hasSize(2 * PEERS));
    JSONObject record = new JSONObject(Files.readAllLines(log).get(2 * PEERS - 1));
    assertThat(record.getString("handshake")).isEqualTo("resumed");
    assertThat(record.getString("side")).isEqualTo("server");
    assertThat(record.getDouble("took")).isPositive();
    assertThat(record.keySet()).contains("time", "thread", "session");

    set(server, "server.capacity=" + PEERS / 2);
    Answer fewer = client.ask("burst threads=1");
    assertThat(fewer.number("full")).as("%s", fewer).isBetween((long) PEERS / 2, (long) PEERS);
  }

  @Test
  void keep_noneAndAllAgain_handsTheSessionsBackAndTakesThemOver() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()));
    ForkedJvm client = stage.start(clientFork(server).agent(Agent.with()));
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);

    client.ask("timeout seconds=0");
    set(client, "keep=none");
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    client.ask("timeout seconds=3600");
    assertThat(client.ask("burst").number("full")).as("plain JSSE").isEqualTo(PEERS);

    set(client, "keep=all");
    client.ask("timeout seconds=0");
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    try (JmxClient jmx = client.jmx()) {
      List<String> told = jmx.keeper().notifications();
      client.ask("timeout seconds=3600");
      assertThat(client.ask("burst").number("resumed")).as("protected").isEqualTo(PEERS);
      Awaitility.await()
          .untilAsserted(() -> assertThat(told).anySatisfy(LiveSettingsIT::assertPurgePrevented));
    }
  }

  private static void assertPurgePrevented(String message) {
    assertThat(message).contains("settings", Integer.toString(PEERS));
  }

  @Test
  void attributes_canBeSetByAnyJmxClient_andAnOptionWins() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("server.capacity=100")));
    client(server).ask("burst");

    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      keeper.set("Memory", "5%");
      keeper.set("Sweep", "2s");
      assertThat(keeper.map("Options")).containsEntry("memory", "5%").containsEntry("sweep", "2s");
      Bean cache = jmx.sessionCache("server");
      cache.set("TimeoutSeconds", 600L);
      assertThat(cache.number("TimeoutSeconds")).isEqualTo(600);
      assertThat(cache.refusal("Capacity", 5)).contains("the option server.capacity wins");
      assertThat(keeper.refusal("Memory", "lots")).contains("invalid value 'lots'");
    }
  }

  @Test
  void set_whatCannotBeSet_isOneSentence() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));

    assertSentence(KeeperCommand.run("set", server.pid(), "jmx=false"), WRONG_USAGE, "starts");
    assertSentence(KeeperCommand.run("set", server.pid(), "memry=1"), WRONG_USAGE, "'memory'");
    assertSentence(KeeperCommand.run("set", server.pid()), WRONG_USAGE, "KEY=VALUE");
    assertSentence(
        KeeperCommand.run("set", 2L + Integer.MAX_VALUE, "sweep=2s"), REFUSED, "no process");
  }

  private static void assertSentence(Outcome outcome, int status, String words) {
    assertThat(outcome.status()).as("%s", outcome).isEqualTo(status);
    assertThat(outcome.err()).singleElement().asString().contains(words);
  }

  private static Outcome set(ForkedJvm jvm, String... settings) {
    Object[] words = new Object[settings.length + 2];
    words[0] = "set";
    words[1] = jvm.pid();
    System.arraycopy(settings, 0, words, 2, settings.length);
    Outcome outcome = KeeperCommand.run(words);
    assertThat(outcome.status()).as("%s", outcome).isZero();
    return outcome;
  }

  private Fork clientFork(ForkedJvm server) {
    return BY_ID.in(stage.client()).with("port", server.port()).with("count", PEERS);
  }

  private ForkedJvm client(ForkedJvm server) {
    return stage.start(clientFork(server));
  }
}

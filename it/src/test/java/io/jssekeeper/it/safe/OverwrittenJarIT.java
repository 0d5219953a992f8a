package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.broken.BrokenAgent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.FlightRecording;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.JarInUse;
import io.jssekeeper.it.harness.JarInUse.Damage;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent's jar is overwritten while JVMs use it, as {@code cp} and rsync's {@code --inplace} do:
 * everything that happens for the first time afterwards still works.
 */
@OnEachJdk
final class OverwrittenJarIT {
  private static final int PEERS = 5;

  @Parameter Stage stage;

  private static Stream<Arguments> scenes() {
    List<Variant> variants = Variant.few().toList();
    return Settings.full()
        ? variants.stream().flatMap(each -> Stream.of(Damage.values()).map(how -> scene(each, how)))
        : Stream.of(scene(variants.get(0), Damage.OTHER_BYTES));
  }

  private static Arguments scene(Variant variant, Damage damage) {
    return Arguments.of(variant, damage);
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void jarOverwritten_beforeTheFirstHandshake_nothingIsLost(Variant variant, Damage damage) {
    JarInUse jar = JarInUse.copy();
    int metrics = HttpGet.freePort();
    String[] options = {"sweep=100ms", "metrics.http=" + metrics};
    ForkedJvm server =
        stage.start(jar.usedBy(variant.in(stage.server())).agent(jar.agent(options)));
    ForkedJvm client = stage.start(client(variant, server, jar));
    Awaitility.await().ignoreExceptions().until(() -> scrape(metrics).contains("keeper_errors"));
    jar.awaitLoaded();

    jar.damage(damage);
    assertThat(burst(client)).isEqualTo("full");
    assertThat(burst(client)).isEqualTo("resumed");
    fail(server);
    awaitRecords(server, 2 * PEERS + 1);
    awaitRecords(client, 2 * PEERS);
    Awaitility.await().until(() -> scrape(metrics).contains("result=\"failed\""));
    expire(client);
    assertUnharmed(server);
    assertUnharmed(client);

    leaveAndComeBack(client, jar);
    assertThat(burst(client)).isEqualTo("resumed");
    awaitRecords(client, 3 * PEERS);
    assertUnharmed(client);
  }

  /** The self-check waits for the application to use a protocol. */
  @Test
  void jarOverwritten_beforeAnotherProtocolIsUsed_thatIsStillChecked() {
    JarInUse jar = JarInUse.copy();
    ForkedJvm server = stage.start(stage.server());
    Variant variant = new Variant("socket", "TLSv1.2", true);
    ForkedJvm client = stage.start(client(variant, server, jar));
    assertThat(burst(client)).isEqualTo("full");

    try (JmxClient jmx = client.jmx()) {
      awaitSelfCheck(jmx, "hooks; TLSv1.3 not yet: the application has not used it");
      jar.awaitLoaded();
      jar.damage(Damage.OTHER_BYTES);
      client.ask("burst protocols=TLSv1.3");
      awaitSelfCheck(jmx, "weaves called their hooks");
    }
    assertUnharmed(client);
  }

  private static void awaitSelfCheck(JmxClient jmx, String end) {
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(jmx.keeper().text("SelfCheck")).startsWith("passed").endsWith(end));
  }

  /** JFR event classes are loaded with a recording only. */
  @Test
  void jarOverwritten_beforeAFlightRecording_isReportedOnce() {
    JarInUse jar = JarInUse.copy();
    Variant variant = Variant.few().toList().get(0);
    ForkedJvm server = stage.start(variant.in(stage.server()));
    ForkedJvm client = stage.start(client(variant, server, jar));
    jar.awaitLoaded();

    jar.damage(Damage.OTHER_BYTES);
    FlightRecording.of(stage.jdk()).start(client.pid());
    assertThat(burst(client)).isEqualTo("full");
    assertThat(burst(client)).isEqualTo("resumed");
    awaitRecords(client, 2 * PEERS);
    assertThat(client.notices())
        .singleElement()
        .asString()
        .contains("jssekeeper/jfr/Jfr", "overwritten", "rename");
    assertThat(client.errorLines()).noneMatch(line -> line.contains("Exception in thread"));
  }

  /** The circuit breaker needs classes that nothing has used before. */
  @Test
  void jarOverwritten_beforeTheCircuitBreaker_theKeeperTakesItselfOut() {
    Settings.requireFull();
    JarInUse jar = JarInUse.copyOf(BrokenAgent.make());
    Variant variant = Variant.few().toList().get(0);
    String[] options = {"errors=20"};
    ForkedJvm server =
        stage.start(jar.usedBy(variant.in(stage.server())).agent(jar.agent(options)));
    ForkedJvm client = stage.start(client(variant, server, jar));
    jar.awaitLoaded();

    jar.damage(Damage.OTHER_BYTES);
    for (int i = 0; i < 10; i++) {
      assertThat(client.ask("burst").number("failed")).isZero();
    }
    Awaitility.await().untilAsserted(() -> assertThat(server.notices()).hasSize(2));
    assertThat(server.notices().get(1)).contains("runs on plain JSSE", "20 internal errors");
    server.awaitNoThread(List.of("jsse-keeper-sweeper", "jsse-keeper-records")::contains);
    assertThat(burst(client)).isEqualTo("resumed");
    assertThat(server.errorLines()).noneMatch(line -> line.contains("Exception in thread"));
  }

  private Fork client(Variant variant, ForkedJvm server, JarInUse jar) {
    return jar.usedBy(variant.in(stage.client()))
        .agent(jar.agent("sweep=100ms"))
        .with("port", server.port())
        .with("threads", 1)
        .with("count", PEERS);
  }

  /** {@code full} or {@code resumed}, the same for all of them. */
  private static String burst(ForkedJvm client) {
    Answer answer = client.ask("burst");
    for (String result : List.of("full", "resumed")) {
      if (answer.number(result) == PEERS) {
        return result;
      }
    }
    return answer.toString();
  }

  private void fail(ForkedJvm server) {
    ForkedJvm mistrustful =
        stage.start(
            stage
                .client()
                .with("trust", KeyMaterial.shared().rsa().trust())
                .with("port", server.port()));
    assertThat(mistrustful.ask("connect").what()).isEqualTo("failed");
  }

  private static String scrape(int port) {
    return HttpGet.of(port, "/metrics").body();
  }

  private static void awaitRecords(ForkedJvm jvm, int records) {
    Awaitility.await().untilAsserted(() -> assertThat(jvm.records()).hasSize(records));
  }

  private static void expire(ForkedJvm client) {
    client.ask("timeout seconds=1");
    try (JmxClient jmx = client.jmx()) {
      Awaitility.await().until(() -> jmx.sessionCache("client").number("Size") == 0);
    }
    client.ask("timeout seconds=3600");
  }

  private static void assertUnharmed(ForkedJvm jvm) {
    assertThat(jvm.errorLines()).noneMatch(line -> line.contains("Exception in thread"));
    assertThat(jvm.notices()).isEmpty();
    try (JmxClient jmx = jvm.jmx()) {
      assertThat(jmx.keeper().number("ErrorsSwallowed"))
          .as(jmx.keeper().text("LastError"))
          .isZero();
    }
  }

  private void leaveAndComeBack(ForkedJvm jvm, JarInUse jar) {
    KeeperCommand.Outcome left = KeeperCommand.run("detach", jvm.pid());
    assertThat(left.status()).as("%s", left).isZero();
    jvm.awaitNoThread(name -> name.startsWith("jsse-keeper"));
    assertThat(burst(jvm)).isEqualTo("full");
    jar.repair();
    KeeperCommand.Outcome back = jar.command(stage.jdk(), "attach", jvm.pid(), "sweep=100ms");
    assertThat(back.status()).as("%s", back).isZero();
  }
}

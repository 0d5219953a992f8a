package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.LiveCode;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The keeper attaches to running JVMs, and leaves them as they were. */
@OnEachJdk
final class AttachIT {
  private static final int PEERS = 20;
  private static final int BURST = 2_000;
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  private static final String TLS = "sun.security.ssl";
  private static final int MANY = 5;
  private static final int FEWEST_CYCLES = 2;

  @Parameter Stage stage;

  private static Stream<Variant> variants() {
    return Settings.full() ? Variant.all() : Variant.few();
  }

  /** A timeout change loses sessions immediately: plain JSSE drops every client session then. */
  @ParameterizedTest
  @MethodSource("variants")
  void sessions_fromAttachToDetach_areKept(Variant variant) {
    ForkedJvm server = stage.start(variant.in(stage.server()));
    ForkedJvm client = stage.start(client(variant, server));
    assertThat(burst(client).number("full")).isEqualTo(PEERS);

    attach(server);
    attach(client);
    assertAllResumed(burst(client));
    awaitRecords(client, PEERS);
    changeTimeout(client);
    assertAllResumed(burst(client));

    client.ask("timeout seconds=0");
    detach(server);
    detach(client);
    assertAllResumed(burst(client));
    client.ask("timeout seconds=3600");
    assertThat(burst(client).number("full")).as("plain JSSE is back").isEqualTo(PEERS);
    awaitRecords(client, 2 * PEERS);
    assertThat(client.records())
        .hasSize(2 * PEERS)
        .allMatch(record -> record.get("handshake").equals("resumed"));
  }

  @Test
  void detach_runningJvm_leavesNothing() {
    Settings.requireFull();
    LiveCode code = LiveCode.atFreePort();
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).flags(code.flag()));
    ForkedJvm client = stage.start(client(BY_ID, server));
    burst(client);
    Map<String, String> before = code.of(stage.jdk(), TLS);

    attach(server);
    burst(client);
    Map<String, String> woven = code.of(stage.jdk(), TLS);
    assertThat(wovenAmong(woven)).isEqualTo(wovenBy(server)).hasSizeGreaterThan(MANY);
    assertThat(server.threads()).anyMatch(name -> name.startsWith("jsse-keeper"));

    detach(server);
    Map<String, String> after = code.of(stage.jdk(), TLS);
    assertThat(after.keySet()).containsAll(woven.keySet());
    assertThat(wovenAmong(after)).isEmpty();
    assertThat(after).containsAllEntriesOf(before);
    server.awaitNoThread(name -> name.startsWith("jsse-keeper"));
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.all()).isEmpty();
    }
    assertThat(keeperOf(server)).isEmpty();
  }

  /** Those that call a hook; the agent's handshakes do too. */
  private static Set<String> wovenAmong(Map<String, String> classes) {
    return classes.keySet().stream()
        .filter(name -> !name.contains(".Keeper") && classes.get(name).contains("/Keeper"))
        .map(name -> name.substring(TLS.length() + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> wovenBy(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      return jmx.keeper().rows("Weaves").stream()
          .filter(row -> row.get("state").equals("active"))
          .map(row -> (String) row.get("point"))
          .map(point -> point.substring(0, point.indexOf('(')))
          .map(method -> method.substring(0, method.lastIndexOf('.')))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** First with sessions in the JDK's caches, and with handshakes while they move. */
  @Test
  void attachAndDetach_whileHandshakesGoOn_costNoSession() throws Exception {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()));
    ForkedJvm client = stage.start(client(BY_ID, server));
    burst(client);

    int bursts = Settings.full() ? 10 : 1;
    AtomicInteger cycles = new AtomicInteger();
    CompletableFuture<List<Answer>> traffic =
        CompletableFuture.supplyAsync(
            () -> bursts(client, done -> done >= bursts && cycles.get() >= FEWEST_CYCLES));
    while (!traffic.isDone()) {
      attach(server, "log=off");
      attach(client, "log=off");
      detach(client);
      detach(server);
      cycles.incrementAndGet();
    }

    List<Answer> answers = traffic.get();
    System.out.printf(
        "%s: %d cycles of attach and detach, %s%n", stage.jdk(), cycles.get(), answers);
    assertThat(cycles).hasValueGreaterThanOrEqualTo(FEWEST_CYCLES);
    assertThat(answers).allMatch(answer -> answer.number("resumed") == BURST);
  }

  private static List<Answer> bursts(ForkedJvm client, IntPredicate isEnough) {
    List<Answer> answers = new ArrayList<>();
    while (!isEnough.test(answers.size())) {
      answers.add(client.ask("burst threads=4 count=" + BURST + " peers=" + PEERS));
    }
    return answers;
  }

  @Test
  void attach_again_changesNothingAndSaysSo() {
    ForkedJvm server = stage.start(stage.server());
    attach(server, "log=off");
    Outcome again = KeeperCommand.run("attach", server.pid(), "log=stderr");

    assertThat(again.status()).isZero();
    assertThat(again.out()).singleElement().asString().contains("already", "nothing was changed");
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().map("Options")).containsEntry("log", "off");
    }
  }

  @Test
  void detach_ofAKeeperWithoutJmx_takesItOutToo() {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()));
    ForkedJvm client = stage.start(client(BY_ID, server));
    attach(server, "jmx=false", "log=off");
    burst(client);
    assertThat(KeeperCommand.run("status", server.pid()).out().get(0)).endsWith("is healthy");

    detach(server);
    server.awaitNoThread(name -> name.startsWith("jsse-keeper"));
    assertThat(keeperOf(server)).isEmpty();
    assertAllResumed(burst(client));
    assertSentence(KeeperCommand.run("detach", server.pid()), REFUSED, "no keeper is in");
    attach(server);
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().text("State")).isEqualTo("on");
    }
  }

  @Test
  void attach_refused_isOneSentence() {
    ForkedJvm closed = stage.start(stage.server().flags("-XX:+DisableAttachMechanism"));
    ForkedJvm other = stage.start(stage.server().flags("-Dio.jssekeeper.version=0.0.1"));
    ForkedJvm misled = stage.start(stage.server().flags("-Djssekeeper.sweeep=1s"));

    assertSentence(attempt(closed), REFUSED, "-XX:+DisableAttachMechanism");
    assertSentence(attempt(other), REFUSED, "keeper 0.0.1 is in JVM");
    assertSentence(attempt(misled), REFUSED, "sweeep");
    assertSentence(KeeperCommand.run("attach", 2L + Integer.MAX_VALUE), REFUSED, "no process");
    assertSentence(attempt(misled, "lgo=off"), WRONG_USAGE, "nearest known key is 'log'");
    assertThat(keeperOf(misled)).isEmpty();
  }

  @Test
  void attach_withALogThatCannotBeOpened_saysSoAndDoesNotGoIn() {
    ForkedJvm server = stage.start(stage.server());
    Path log = Settings.work().resolve("no-such-folder").resolve("handshakes.log");

    assertSentence(
        attempt(server, "log=" + log), REFUSED, "'" + log + "' for key 'log' (argument): ");
    assertSentence(attempt(server, "log=" + log), REFUSED, "(no such directory)");
    assertThat(keeperOf(server)).isEmpty();
    attach(server);
    assertSentence(
        KeeperCommand.run("set", server.pid(), "log=" + log), REFUSED, "(no such directory)");
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().map("Options")).containsEntry("log", "auto");
    }
  }

  private static void assertSentence(Outcome outcome, int status, String words) {
    assertThat(outcome.status()).as("%s", outcome).isEqualTo(status);
    assertThat(outcome.err()).singleElement().asString().contains(words);
    assertThat(outcome.out()).isEmpty();
  }

  private static void awaitRecords(ForkedJvm jvm, int count) {
    Awaitility.await().untilAsserted(() -> assertThat(jvm.records()).hasSize(count));
  }

  private Fork client(Variant variant, ForkedJvm server) {
    return variant.in(stage.client()).with("port", server.port()).with("count", PEERS);
  }

  private static Answer burst(ForkedJvm client) {
    return client.ask("burst");
  }

  private static void changeTimeout(ForkedJvm client) {
    client.ask("timeout seconds=0");
    client.ask("timeout seconds=3600");
  }

  private static void assertAllResumed(Answer burst) {
    assertThat(burst.number("resumed")).as("%s", burst).isEqualTo(PEERS);
  }

  private static Outcome attempt(ForkedJvm jvm, String... options) {
    Object[] words = new Object[options.length + 2];
    words[0] = "attach";
    words[1] = jvm.pid();
    System.arraycopy(options, 0, words, 2, options.length);
    return KeeperCommand.run(words);
  }

  private static void attach(ForkedJvm jvm, String... options) {
    Outcome outcome = attempt(jvm, options);
    assertThat(outcome.status()).as("%s", outcome).isZero();
  }

  private static void detach(ForkedJvm jvm) {
    Outcome outcome = KeeperCommand.run("detach", jvm.pid());
    assertThat(outcome.status()).as("%s", outcome).isZero();
  }

  private static String keeperOf(ForkedJvm jvm) {
    for (Object row : KeeperCommand.run("list", "--json").array()) {
      if (((JSONObject) row).getLong("pid") == jvm.pid()) {
        return ((JSONObject) row).getString("keeper");
      }
    }
    throw new AssertionError("not listed: " + jvm.pid());
  }
}

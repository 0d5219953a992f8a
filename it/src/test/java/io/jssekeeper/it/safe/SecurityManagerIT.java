package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.broken.BrokenAgent;
import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A security manager that grants the application next to nothing does not affect the keeper, whose
 * hooks run on the application's stack. When a test ends, each JVM is checked for swallowed errors
 * and unknown reasons.
 */
@OnEachJdk
final class SecurityManagerIT {
  private static final int PEERS = 5;

  /** JEP 486 removed it from JDK 24. */
  private static final int LAST_JDK = 23;

  private static final int MOST_DENIALS = 60;

  private static final String QUESTIONS = "/tmp/.jsse-keeper-";
  private static final Pattern DENIAL =
      Pattern.compile("access denied \\(\"(\\S+)\" \"([^\"]*)\"(?: \"([^\"]*)\")?\\)");

  @Parameter Stage stage;

  private static Stream<Variant> variants() {
    return Settings.full() ? Variant.all() : Variant.few();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void tightPolicy_fromTheStart_losesNoSession(Variant variant) {
    Assumptions.assumeTrue(stage.jdk().feature() <= LAST_JDK, "no security manager in this JDK");
    Fork recorded = stage.server().flags("-XX:StartFlightRecording=settings=profile");
    ForkedJvm server = stage.start(variant.in(recorded).confined().agent(Agent.with()));
    ForkedJvm client = stage.start(client(variant, server).agent(Agent.with()));

    assertThat(burst(client).number("full")).isEqualTo(PEERS);
    assertAllResumed(client);
    changeTimeout(client);
    assertAllResumed(client);
    assertThat(client.ask("connect host=elsewhere.test identify=HTTPS").what()).isEqualTo("failed");
    for (ForkedJvm jvm : List.of(client, server)) {
      assertThat(jvm.recordsAtEnd(3 * PEERS + 1)).as("%s", jvm.errorLines()).hasSize(3 * PEERS + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void tightPolicy_attached_losesNoSession(Variant variant) {
    Settings.requireFull();
    Assumptions.assumeTrue(stage.jdk().feature() <= LAST_JDK, "no security manager in this JDK");
    ForkedJvm server = stage.start(variant.in(stage.server()).confined());
    ForkedJvm client = stage.start(client(variant, server));
    assertThat(burst(client).number("full")).isEqualTo(PEERS);

    for (ForkedJvm jvm : List.of(server, client)) {
      run("attach", jvm.pid());
    }
    changeTimeout(client);
    assertAllResumed(client);
    for (ForkedJvm jvm : List.of(server, client)) {
      assertThat(run("status", jvm.pid())).first().asString().endsWith("is healthy");
      run("explain", jvm.pid());
      run("detach", jvm.pid());
    }
    assertAllResumed(client);
  }

  /** The circuit breaker is tripped by a hook that failed on the application's stack. */
  @Test
  void tightPolicy_hooksKeepFailing_theKeeperTakesItselfOut() {
    Assumptions.assumeTrue(stage.jdk().feature() <= LAST_JDK, "no security manager in this JDK");
    Variant variant = new Variant("socket", "TLSv1.2", false);
    Agent broken = Agent.troubled(BrokenAgent.make(), "errors=5");
    ForkedJvm server = stage.start(variant.in(stage.server()).confined().agent(broken));
    ForkedJvm client = stage.start(client(variant, server));
    assertThat(burst(client).number("full")).isEqualTo(PEERS);

    try (JmxClient jmx = server.jmx()) {
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(jmx.keeper().text("State")).startsWith("off: removed its weaves"));
      assertThat(jmx.keeper().rows("Weaves")).allMatch(row -> row.get("state").equals("undone"));
    }
    server.awaitNoThread("jsse-keeper-sweeper"::equals);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(server.notices()).last().asString().contains("runs on plain JSSE"));
    assertAllResumed(client);
  }

  /**
   * A policy that lacks the agent, or a part of what it needs: whatever is denied first, the
   * application runs. Each denial is granted in the next round.
   */
  @Test
  void policyThatDeniesTheAgentSomething_keeperIsOff_applicationRuns() {
    Assumptions.assumeTrue(stage.jdk().feature() <= LAST_JDK, "no security manager in this JDK");
    ForkedJvm server = stage.start(stage.server());
    List<String> granted = new ArrayList<>();
    int rounds = Settings.full() ? MOST_DENIALS : 2;
    String denied = "";
    for (int round = 0; round < rounds && denied != null; round++) {
      Fork fork = stage.client().with("port", server.port()).confinedWith(granted);
      ForkedJvm client = stage.start(fork.agent(Agent.unasked("selfcheck=false")));
      assertThat(client.ask("connect").text("result")).isEqualTo("full");
      client.stop();
      denied = denied(client);
      granted.add(denied);
    }
    assertThat(granted).first().asString().startsWith("java.");
    assertThat(Settings.full() ? denied : null).as("what is denied still: %s", granted).isNull();
  }

  /** What was denied, as a policy file would grant it; null if nothing was. */
  private static String denied(ForkedJvm jvm) {
    for (String notice : jvm.notices()) {
      Matcher denial = DENIAL.matcher(notice);
      if (denial.find()) {
        assertThat(notice).containsAnyOf("application runs without it", "TLS is not affected");
        String actions = denial.group(3) == null ? "" : ", \"" + denial.group(3) + '"';
        return denial.group(1) + " \"" + name(denial.group(2)) + '"' + actions;
      }
    }
    return null;
  }

  /** Each question of a command line, to whichever JVM, is a file of a different name. */
  private static String name(String denied) {
    return denied.startsWith(QUESTIONS) ? Path.of(denied).resolveSibling("*").toString() : denied;
  }

  private Fork client(Variant variant, ForkedJvm server) {
    return variant
        .in(stage.client())
        .confined()
        .with("port", server.port())
        .with("threads", 1)
        .with("count", PEERS);
  }

  private static List<String> run(Object... words) {
    KeeperCommand.Outcome outcome = KeeperCommand.run(words);
    assertThat(outcome.status()).as("%s", outcome).isZero();
    return outcome.out();
  }

  private static Answer burst(ForkedJvm client) {
    return client.ask("burst");
  }

  private static void changeTimeout(ForkedJvm client) {
    client.ask("timeout seconds=0");
    client.ask("timeout seconds=3600");
  }

  private static void assertAllResumed(ForkedJvm client) {
    Answer burst = burst(client);
    assertThat(burst.number("resumed")).as("%s", burst).isEqualTo(PEERS);
  }
}

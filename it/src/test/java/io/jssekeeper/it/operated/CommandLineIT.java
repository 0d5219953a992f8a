package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The command line itself: usage, errors, the list of JVMs, and the traces it leaves in a host. */
@OnEachJdk
final class CommandLineIT {
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;

  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void usage_wrong_isOneSentenceWithStatusTwo() {
    assertSentence(KeeperCommand.run(), WRONG_USAGE, "no verb given: use one of list");
    assertSentence(KeeperCommand.run("lst"), WRONG_USAGE, "unknown verb 'lst': use one of list");
    assertSentence(KeeperCommand.run("status"), WRONG_USAGE, "Missing required parameter: 'PID'");
    assertSentence(KeeperCommand.run("status", "x"), WRONG_USAGE, "'x' is not a whole number");
    assertSentence(KeeperCommand.run("list", "--jsn"), WRONG_USAGE, "Unknown option: '--jsn'");
    for (String verb : List.of("sessions", "handshakes")) {
      assertSentence(
          KeeperCommand.run(verb, 1, "--limit", -3), WRONG_USAGE, "'-3' is not a number of 0");
      assertSentence(
          KeeperCommand.run(verb, 1, "--limit=many"), WRONG_USAGE, "'many' is not a number of 0");
    }
  }

  @Test
  void help_ofEachVerb_hasSectionsAndAnExample() {
    Outcome help = KeeperCommand.run("status", "--help");

    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLE")
        .contains("  java -jar jsse-keeper.jar status 4711");
    assertThat(KeeperCommand.run("--version").out())
        .singleElement()
        .asString()
        .startsWith("jsse-keeper ");
  }

  @Test
  void list_jvmWithAKeeper_showsItsVersion() {
    ForkedJvm with = stage.start(stage.server().agent(Agent.with()));
    ForkedJvm without = stage.start(stage.server());
    Outcome list = KeeperCommand.run("list", "--json");

    assertThat(list.status()).isZero();
    assertThat(row(list, with).getString("keeper")).isNotEmpty();
    assertThat(row(list, with).getString("java")).isNotEmpty();
    assertThat(row(list, without).getString("keeper")).isEmpty();
    assertThat(KeeperCommand.run("list").line(" *" + with.pid() + " .*"))
        .endsWith("io.jssekeeper.it.program.Server");
  }

  /** As Cassandra, Solr and Pulsar are started; and where something cleans {@code /tmp}. */
  @Test
  void list_jvmWithoutPerfData_isShown() {
    ForkedJvm hidden = stage.start(stage.server().flags("-XX:+PerfDisableSharedMem"));
    Outcome list = KeeperCommand.run("list", "--json");

    assertThat(row(list, hidden).getString("program")).isEqualTo("io.jssekeeper.it.program.Server");
    assertThat(row(list, hidden).getString("java"))
        .isEqualTo(hidden.systemProperty("java.runtime.version"));
    assertThat(row(list, hidden).getString("keeper")).isEmpty();
  }

  /** HotSpot's own files are in {@code /tmp}, whatever {@code java.io.tmpdir} is. */
  @Test
  void jvm_whoseTmpIsAnotherOrWasCleaned_isListedAndAttachedTo() throws IOException {
    Settings.requireFull();
    ForkedJvm elsewhere = stage.start(stage.server().flags("-Djava.io.tmpdir=" + folder));
    ForkedJvm cleaned = stage.start(stage.server());
    String user = System.getProperty("user.name");
    Files.delete(Path.of("/tmp", "hsperfdata_" + user, Long.toString(cleaned.pid())));

    for (ForkedJvm jvm : List.of(elsewhere, cleaned)) {
      assertThat(KeeperCommand.run("attach", jvm.pid()).status()).isZero();
      assertThat(row(KeeperCommand.run("list", "--json"), jvm).getString("keeper")).isNotEmpty();
      assertThat(status(jvm.pid()).status()).isZero();
      assertThat(KeeperCommand.run("detach", jvm.pid()).status()).isZero();
    }
  }

  /** What is known about it without its answer. */
  @Test
  void list_jvmThatDoesNotAnswer_isShown() {
    ForkedJvm deaf = stage.start(stage.server().flags("-Xrs", "-XX:+PerfDisableSharedMem"));
    Outcome list = KeeperCommand.run("list", "--json");

    assertThat(row(list, deaf).getString("program")).isEqualTo("io.jssekeeper.it.program.Server");
    assertThat(row(list, deaf).getString("java")).startsWith(stage.jdk().version());
    assertThat(row(list, deaf).getString("keeper")).isEqualTo("?");
    deaf.ask("timeout seconds=60");
  }

  /** A JVM that attaching would kill is left alone. */
  @Test
  void jvm_withoutKeeperOrEars_isRefusedInOneSentenceAndLives() {
    ForkedJvm without = stage.start(stage.server());
    ForkedJvm deaf = stage.start(stage.server().flags("-Xrs"));
    long absent = 2L + Integer.MAX_VALUE;

    assertSentence(status(without.pid()), REFUSED, "no keeper is in JVM " + without.pid());
    assertSentence(status(deaf.pid()), REFUSED, "-Xrs");
    assertSentence(status(absent), REFUSED, "no process " + absent, "the JVMs here are ");
    deaf.ask("timeout seconds=60");
  }

  @Test
  void table_onANarrowScreen_fits() {
    Outcome narrow = KeeperCommand.runIn(60, "options");
    Outcome wide = KeeperCommand.run("options");

    assertThat(narrow.out()).allMatch(line -> line.length() <= 60).noneMatch(l -> l.endsWith(".."));
    assertThat(narrow.out()).hasSizeGreaterThan(wide.out().size());
    assertThat(wide.out()).anyMatch(line -> line.length() > 100).noneMatch(l -> l.endsWith(".."));
  }

  /** In a pipe there are no colours, and {@code COLUMNS} sets the width. */
  @Test
  void command_inASeparateJvm_exitsWithStatusAndLeavesNoClasses() {
    ForkedJvm host =
        stage.start(stage.server().flags("-Xlog:class+load:stderr").agent(Agent.with()));
    Outcome status = KeeperCommand.fork(stage.jdk(), Map.of("COLUMNS", "70"), "status", host.pid());

    assertThat(status.status()).isZero();
    assertThat(status.out()).isNotEmpty().noneMatch(line -> line.contains("\u001b"));
    assertSentence(
        KeeperCommand.fork(stage.jdk(), Map.of(), "lst"), WRONG_USAGE, "unknown verb 'lst'");
    List<String> loaded =
        host.errorLines().stream().filter(line -> line.contains(" io.jssekeeper.")).toList();
    assertThat(loaded)
        .anyMatch(line -> line.contains("io.jssekeeper.core.Core "))
        .noneMatch(line -> line.contains("io.jssekeeper.cli"))
        .noneMatch(line -> line.matches(".*shaded\\.(picocli|json).*"));
  }

  private static Outcome status(long pid) {
    return KeeperCommand.run("status", pid);
  }

  private static void assertSentence(Outcome outcome, int status, String... parts) {
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).as("standard error").hasSize(1);
    assertThat(outcome.err().get(0)).startsWith("jsse-keeper: ").contains(parts);
    assertThat(outcome.status()).isEqualTo(status);
  }

  private static JSONObject row(Outcome list, ForkedJvm jvm) {
    for (Object row : list.array()) {
      if (((JSONObject) row).getLong("pid") == jvm.pid()) {
        return (JSONObject) row;
      }
    }
    throw new AssertionError(jvm.pid() + " is not in " + list);
  }
}

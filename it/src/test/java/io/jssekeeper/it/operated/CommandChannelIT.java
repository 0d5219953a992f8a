package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.Listening;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Verbs reach the keeper without a port, and leave nothing in its JVM. */
@OnEachJdk
final class CommandChannelIT {
  private static final int PEERS = 3;
  private static final int REFUSED = 1;
  private static final int AT_ONCE = 4;
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);
  private static final List<List<Object>> VERBS =
      List.of(
          List.of("status"),
          List.of("explain"),
          List.of("sessions"),
          List.of("handshakes"),
          List.of("set", "sweep=2s"),
          List.of("invalidate", "--all"),
          List.of("detach"));

  @Parameter Stage stage;

  @Test
  void verbs_each_leaveNothingInTheJvm() {
    Agent agent = Agent.unasked("log=off", "selfcheck=false");
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(agent));
    ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", server.port()));
    client.ask("burst threads=1 count=" + PEERS);
    Set<String> before = Listening.addresses(server.pid());
    List<String> printed = server.errorLines();

    for (List<Object> verb : VERBS) {
      Outcome outcome = KeeperCommand.run(with(verb, server.pid()));
      assertThat(outcome.status()).as("%s", outcome).isZero();
      assertThat(Listening.addresses(server.pid())).as("%s", verb).isEqualTo(before);
    }
    assertThat(before).hasSize(1);
    assertThat(server.threads()).noneMatch(name -> name.contains("RMI"));
    assertThat(server.errorLines()).isEqualTo(printed);
    server.awaitNoThread(name -> name.startsWith("jsse-keeper"));
  }

  @Test
  void commands_atTheSameTime_areAllAnswered() throws Exception {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("log=off", "selfcheck=false")));
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Outcome>> commands =
          Collections.nCopies(
              3 * AT_ONCE, () -> KeeperCommand.run("status", "--json", server.pid()));
      for (Future<Outcome> command : threads.invokeAll(commands)) {
        assertThat(command.get().object().getString("state")).isEqualTo("on");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(filesOf(server)).isEmpty();
  }

  /** Whatever it was doing when it was killed: here after a partial question. */
  @Test
  void command_thatIsKilled_leavesNothing() throws Exception {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("log=off", "selfcheck=false")));
    Path questions = Path.of(server.systemProperty("io.jssekeeper.channel"));
    Files.write(questions, new byte[] {0, 0, 1});

    Awaitility.await().untilAsserted(() -> assertThat(filesOf(server)).isEmpty());
    Process following =
        KeeperCommand.start(stage.jdk(), "handshakes", "--follow", "--limit=1", server.pid());
    Awaitility.await().until(() -> filesOf(server).size() > 0);
    following.destroyForcibly().waitFor();
    Awaitility.await().untilAsserted(() -> assertThat(filesOf(server)).isEmpty());
    assertThat(KeeperCommand.run("status", server.pid()).status()).isZero();
  }

  @Test
  void jvm_thatIsStopped_isRefusedAtOnce() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("log=off")));
    server.signal("STOP");
    Outcome outcome = KeeperCommand.run("status", server.pid());
    server.signal("CONT");

    assertThat(outcome.status()).isEqualTo(REFUSED);
    assertThat(outcome.err()).singleElement().asString().contains("is stopped", "kill -CONT");
  }

  @Test
  void keeper_notAnswering_isGivenUpAfter10Seconds() {
    Settings.requireFull();
    Path questions = Settings.work().resolve("deaf-" + stage.jdk().feature());
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .flags("-Dio.jssekeeper.version=0", "-Dio.jssekeeper.channel=" + questions));

    Outcome outcome = KeeperCommand.run("status", server.pid());
    assertThat(outcome.status()).isEqualTo(REFUSED);
    assertThat(outcome.err()).singleElement().asString().contains("has not answered for 10 s");
    assertThat(questions).doesNotExist();
  }

  private static List<Path> filesOf(ForkedJvm jvm) {
    Path questions = Path.of(jvm.systemProperty("io.jssekeeper.channel"));
    String name = questions.getFileName().toString();
    try (Stream<Path> files = Files.list(questions.getParent())) {
      return files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Object[] with(List<Object> verb, long pid) {
    Object[] words = new Object[verb.size() + 1];
    words[0] = verb.get(0);
    words[1] = pid;
    for (int i = 1; i < verb.size(); i++) {
      words[i + 1] = verb.get(i);
    }
    return words;
  }
}

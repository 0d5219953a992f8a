package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Resumable sessions remain resumable after the heap has been full. */
@OnEachJdk
final class HeapPressureIT {
  private static final int SESSIONS = 1200;

  // Fully committed: the free heap decides how soon soft references are cleared, and it must not be
  // small just because the heap has not grown yet.
  private static final String[] SMALL_HEAP = {"-Xms64m", "-Xmx64m", "-XX:+UseG1GC"};
  private static final String[] LARGE_HEAP = {"-Xms512m", "-Xmx512m", "-XX:+UseG1GC"};

  /**
   * How much earlier the heap may be full with the agent: the budget, 2 % of 64 MB, and the agent's
   * own memory, including a self-check in progress. Holding all sessions strongly would take more.
   */
  private static final long NEARER_BYTES = 4_000_000;

  @Parameter Stage stage;

  @Test
  void serverSessions_heapFilledWithoutAgent_areLost() {
    Filled filled = fillServer(Agent.none());

    print("server", filled);
    assertThat(filled.resumed).isLessThan(SESSIONS / 4);
  }

  @Test
  void serverSessions_heapFilledWithKeepNone_areLostAsWithoutAgent() {
    Settings.requireFull();
    assertThat(fillServer(Agent.pressed("keep=none")).resumed).isLessThan(SESSIONS / 4);
  }

  @Test
  void serverSessions_heapFilled_allResume() {
    assertThat(fillServer(Agent.pressed()).resumed).isEqualTo(SESSIONS);
  }

  @Test
  void serverSessions_heapFilledAndGcNotKept_areLost() {
    Settings.requireFull();
    assertThat(fillServer(Agent.pressed("keep=clock+settings+close+tickets")).resumed)
        .isLessThan(SESSIONS / 4);
  }

  @Test
  void clientSessions_heapFilled_allResume() {
    assertThat(fillClient(Agent.pressed("memory=50%")).resumed).isEqualTo(SESSIONS);
  }

  @Test
  void clientSessions_beyondTheBudget_bringNoOutOfMemoryErrorCloser() {
    Settings.requireFull();
    Filled without = fillClient(Agent.none());
    Filled with = fillClient(Agent.pressed());

    print("client", without);
    System.out.printf(
        "%s: room in the heap beside them: %d bytes without the agent, %d with it%n",
        stage.jdk(), without.bytes, with.bytes);
    assertThat(without.resumed).isLessThan(SESSIONS / 4);
    assertThat(with.bytes).isGreaterThan(without.bytes - NEARER_BYTES);
  }

  /** Running out of heap may prevent the MBeans, if they were just about to be registered. */
  @Test
  void heap_fullForAWhile_endsNeitherSweepNorRecords() {
    Settings.requireFull();
    Agent agent = Agent.pressed("log=off");
    ForkedJvm server = stage.start(server().flags("-Xmx48m").agent(agent));
    stage.start(client(server)).ask("connect");
    server.ask("fill seconds=10");

    assertThat(server.threads()).contains("jsse-keeper-sweeper", "jsse-keeper-records");
    server.ask("collect");
    try (JmxClient jmx = server.jmx()) {
      Awaitility.await("the self-check, once there is room in the heap")
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(jmx.keeper().text("SelfCheck")).startsWith("passed"));
    }
  }

  private Filled fillServer(Agent agent) {
    ForkedJvm server = stage.start(server().flags(SMALL_HEAP).agent(agent));
    ForkedJvm client = stage.start(client(server).flags(LARGE_HEAP));
    store(client);
    return fill(client, server);
  }

  private Filled fillClient(Agent agent) {
    ForkedJvm server = stage.start(server().flags(LARGE_HEAP));
    ForkedJvm client = stage.start(client(server).flags(SMALL_HEAP).agent(agent));
    store(client);
    return fill(client, client);
  }

  private Fork server() {
    return stage.server().flags(JvmFlags.NO_STATELESS_TICKETS).with("protocols", "TLSv1.2");
  }

  private Fork client(ForkedJvm server) {
    return stage.client().with("count", SESSIONS).with("port", server.port());
  }

  private static void store(ForkedJvm client) {
    assertThat(client.ask("burst").number("full")).isEqualTo(SESSIONS);
    assertThat(client.ask("burst").number("resumed")).isEqualTo(SESSIONS);
  }

  private static Filled fill(ForkedJvm client, ForkedJvm pressed) {
    Answer fill = pressed.ask("fill");
    assertThat(fill.text("outofmemory")).isEqualTo("true");
    Answer after = client.ask("burst");
    assertThat(after.number("failed")).as("failed: %s", after).isZero();
    return new Filled(after.number("resumed"), fill.number("bytes"));
  }

  private void print(String side, Filled filled) {
    System.out.printf(
        "%s, without the agent: %d of %d %s sessions resume after the heap was full%n",
        stage.jdk(), filled.resumed, SESSIONS, side);
  }

  /**
   * What became of the sessions.
   *
   * @param bytes how much fitted into the heap until it was full
   */
  private record Filled(long resumed, long bytes) {}
}

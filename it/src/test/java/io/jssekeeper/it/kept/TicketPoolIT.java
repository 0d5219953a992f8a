package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client keeps all unused tickets of a peer, and simultaneous connections each get a different
 * one.
 */
@OnEachJdk
final class TicketPoolIT {
  private static final int AT_ONCE = 4;
  private static final int WAVES = 4;
  private static final String FOUR_TICKETS = "server.tickets=" + AT_ONCE;

  @Parameter Stage stage;

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void connectionsAtOnce_afterOneVisitWithoutAgent_oneResumes(String kind) {
    leaveToFullLane(kind.equals("engine"));
    ForkedJvm client = client(kind, Agent.none(), Agent.none());

    assertThat(waves(client, 1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void connectionsAtOnce_asManyAsTickets_allResumeInEachWave(String kind) {
    leaveToFullLane(kind.equals("socket"));
    ForkedJvm client = client(kind, Agent.with(FOUR_TICKETS), Agent.with());

    assertThat(waves(client, WAVES)).isEqualTo(WAVES * AT_ONCE);
  }

  /** As many as without the agent: one, or all where the JDK's cache has queues (JDK-8328608). */
  @Test
  void connectionsAtOnce_unprotected_asManyResumeAsTheJdkKeepsTicketsFor() {
    long plain = waves(client("socket", Agent.with(FOUR_TICKETS), Agent.none()), 1);
    Agent unprotected = Agent.with("keep=gc+clock+settings+close");

    assertThat(waves(client("socket", Agent.with(FOUR_TICKETS), unprotected), 1)).isEqualTo(plain);
  }

  /**
   * Where the JDK's cache has queues, full handshakes there displace no ticket received on a
   * resumption.
   */
  @Test
  void tickets_keptByTheJdkToo_areNotCountedAsProtected() {
    Settings.requireFull();
    boolean queues = waves(client("socket", Agent.with(FOUR_TICKETS), Agent.none()), 1) > 1;
    ForkedJvm client = client("socket", Agent.with(FOUR_TICKETS), Agent.with());
    waves(client, 1);

    try (JmxClient jmx = client.jmx()) {
      long counted = (long) jmx.keeper().map("Protected").get("tickets");
      assertThat(counted == 0).as("%d counted", counted).isEqualTo(queues);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void tickets_fullHandshakeOfAnotherProtocolWithoutAgent_areAllDisplaced(String kind) {
    Settings.requireFull();
    assertThat(afterFullHandshake(client(kind, Agent.with(FOUR_TICKETS), Agent.none()))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void tickets_fullHandshakeOfAnotherProtocolUnprotected_areAllDisplaced(String kind) {
    Settings.requireFull();
    Agent unprotected = Agent.with("keep=gc+clock+settings+close");

    assertThat(afterFullHandshake(client(kind, Agent.with(FOUR_TICKETS), unprotected))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void tickets_fullHandshakeOfAnotherProtocol_allResume(String kind) {
    Settings.requireFull();
    ForkedJvm client = client(kind, Agent.with(FOUR_TICKETS), Agent.with());

    assertThat(afterFullHandshake(client)).isEqualTo(AT_ONCE);
    assertThat(connect(client, "TLSv1.2")).isEqualTo("resumed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void tickets_serverSendsNone_areNotThere(String kind) {
    Settings.requireFull();
    ForkedJvm client = client(kind, Agent.with("server.tickets=0"), Agent.with());

    assertThat(connect(client, "TLSv1.3")).isEqualTo("full");
    assertThat(connect(client, "TLSv1.3")).isEqualTo("full");
  }

  @Test
  void tickets_clientKeepsTwo_twoOfAWaveResume() {
    Settings.requireFull();
    ForkedJvm client = client("socket", Agent.with(FOUR_TICKETS), Agent.with("client.tickets=2"));

    assertThat(waves(client, 1)).isEqualTo(2);
  }

  @Test
  void tickets_clientKeepsNone_noneResumes() {
    Settings.requireFull();
    ForkedJvm client = client("socket", Agent.with(FOUR_TICKETS), Agent.with("client.tickets=0"));

    assertThat(waves(client, 1)).isZero();
  }

  /** The client's own setting takes effect when the next ticket arrives. */
  @Test
  void tickets_howManyIsSetWhileBothRun_countsFromTheNextHandshake() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));
    Fork fork = stage.client().agent(Agent.with()).with("port", server.port());
    ForkedJvm client = stage.start(fork);
    assertThat(waves(client, 1)).isEqualTo(1);

    set(server, FOUR_TICKETS);
    assertThat(connect(client, "TLSv1.3")).isEqualTo("resumed");
    assertThat(wave(client)).isEqualTo(AT_ONCE);
    set(client, "client.tickets=2");
    assertThat(connect(client, "TLSv1.3")).isEqualTo("resumed");
    assertThat(wave(client)).isEqualTo(2);
  }

  private static void set(ForkedJvm jvm, String setting) {
    KeeperCommand.Outcome outcome = KeeperCommand.run("set", jvm.pid(), setting);
    assertThat(outcome.status()).as("%s", outcome).isZero();
  }

  /** A restart loses the server's keys; each ticket it no longer knows costs a full handshake. */
  @Test
  void tickets_serverRestarted_oneFullHandshakeIsEnough() {
    Settings.requireFull();
    ForkedJvm first = stage.start(stage.server().agent(Agent.with(FOUR_TICKETS)));
    ForkedJvm second = stage.start(stage.server());
    Fork fork = stage.client().agent(Agent.with()).with("protocols", "TLSv1.3");
    try (Relay relay = Relay.to(first.port())) {
      ForkedJvm client = stage.start(fork.with("port", relay.port()));
      assertThat(client.ask("connect").text("result")).isEqualTo("full");
      relay.target(second.port());

      assertThat(client.ask("connect").text("result")).isEqualTo("full");
      assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
      assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    }
  }

  /** Tickets that JSSE refuses to offer on some connections do not block these. */
  @Test
  void tickets_ofWiderConstraints_narrowerConnectionsResumeWithTheirOwn() {
    for (Agent agent : List.of(Agent.none(), Agent.with())) {
      ForkedJvm client = client("socket", Agent.none(), agent);
      assertThat(wave(client, 10)).isZero();

      List<String> narrower = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        narrower.add(connect(client, "TLSv1.3 constraints=SHA512"));
      }
      System.out.printf("%s: %s%n", stage.jdk(), narrower);

      assertThat(narrower.subList(20, 30)).as("%s: %s", agent, narrower).containsOnly("resumed");
      if (agent.isThere()) {
        assertThat(narrower.subList(2, 30)).as("%s", narrower).containsOnly("resumed");
      }
    }
  }

  private static void leaveToFullLane(boolean leave) {
    if (leave) {
      Settings.requireFull();
    }
  }

  private ForkedJvm client(String kind, Agent ofServer, Agent ofClient) {
    ForkedJvm server = stage.start(stage.server().with("kind", kind).agent(ofServer));
    Fork client = stage.client().with("kind", kind).with("port", server.port());
    return stage.start(client.agent(ofClient));
  }

  /** A visit that receives the first tickets, and that many waves. Returns how many resumed. */
  private long waves(ForkedJvm client, int waves) {
    assertThat(connect(client, "TLSv1.3")).isEqualTo("full");
    long resumed = 0;
    for (int i = 0; i < waves; i++) {
      resumed += wave(client);
    }
    System.out.printf("%s: %d of %d connections resume%n", stage.jdk(), resumed, waves * AT_ONCE);
    return resumed;
  }

  private static String connect(ForkedJvm client, String protocol) {
    Answer answer = client.ask("connect protocols=" + protocol);
    return answer.what().equals("failed") ? "failed" : answer.text("result");
  }

  private static long wave(ForkedJvm client) {
    return wave(client, AT_ONCE);
  }

  private static long wave(ForkedJvm client, int count) {
    Answer wave = client.ask("wave count=" + count + " protocols=TLSv1.3");
    assertThat(wave.text("failure")).as("%s", wave).isEqualTo("none");
    return wave.number("resumed");
  }

  private static long afterFullHandshake(ForkedJvm client) {
    assertThat(connect(client, "TLSv1.3")).isEqualTo("full");
    assertThat(connect(client, "TLSv1.2")).isEqualTo("full");
    return wave(client);
  }
}

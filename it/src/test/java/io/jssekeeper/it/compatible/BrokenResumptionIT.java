package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.FaultyRelay;
import io.jssekeeper.it.harness.FaultyRelay.Fault;
import io.jssekeeper.it.harness.ForgetfulServer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Resumption;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A client recovers from a peer that breaks each resumption: at most one failure, then a full
 * handshake, and no more failures than without the agent.
 */
@OnEachJdk
final class BrokenResumptionIT {
  private static final int IN_TURN = 20;
  private static final int AT_ONCE = 5;

  @Parameter Stage stage;
  private final Map<Boolean, ForkedJvm> servers = new HashMap<>();
  private int peers;

  /** 20 in sequence, 5 in parallel, and 20 in sequence. */
  @Test
  void connections_peerBreaksEachResumption_failNoMoreOftenThanWithoutAgent() {
    ForkedJvm without = client(Agent.none());
    ForkedJvm with = client(Agent.with("log=off"));
    for (Resumption way : ways()) {
      for (Fault fault : faults()) {
        for (String kind : kinds()) {
          String scene = way + ", " + fault + ", " + kind;
          Outcome plain = play(without, way, fault, kind);
          Outcome kept = play(with, way, fault, kind);
          System.out.printf("%s: %s: %s > %s%n", stage.jdk(), scene, plain, kept);
          check(scene, plain, kept);
        }
      }
    }
  }

  private static void check(String scene, Outcome plain, Outcome kept) {
    assertThat(kept.successes).as(scene).isGreaterThanOrEqualTo(plain.successes);
    assertThat(kept.successes).as(scene).isGreaterThanOrEqualTo(37);
    assertThat(kept.failedTwice()).as("%s: %s", scene, kept.first).isFalse();
    assertThat(kept.successesAtOnce).as(scene).isGreaterThanOrEqualTo(AT_ONCE - 1);
  }

  /** A JSSE server that keeps the session ends it itself when the client sends an alert. */
  private List<Resumption> ways() {
    if (!Settings.full()) {
      return List.of(
          stage.jdk().hasStatelessTickets() ? Resumption.TLS12_TICKET : Resumption.TLS12_ID,
          Resumption.TLS13);
    }
    return stage.jdk().hasStatelessTickets()
        ? List.of(Resumption.TLS12_ID, Resumption.TLS12_TICKET, Resumption.TLS13)
        : List.of(Resumption.TLS12_ID, Resumption.TLS13);
  }

  private static List<Fault> faults() {
    return Settings.full()
        ? List.of(Fault.FLIPPED_BIT, Fault.HUNG_UP, Fault.ALERT, Fault.UNANSWERED)
        : List.of(Fault.FLIPPED_BIT, Fault.ALERT, Fault.UNANSWERED);
  }

  private static List<String> kinds() {
    return Settings.full() ? List.of("socket", "engine") : List.of("socket");
  }

  private Outcome play(ForkedJvm client, Resumption way, Fault fault, String kind) {
    try (FaultyRelay relay = FaultyRelay.to(server(way).port(), fault)) {
      String peer = peer(relay, way, kind);
      List<String> first = inTurn(client, peer, IN_TURN);
      Answer wave = client.ask("wave count=" + AT_ONCE + peer);
      List<String> second = inTurn(client, peer, IN_TURN);
      return new Outcome(first, wave.number("full") + wave.number("resumed"), second);
    }
  }

  @Test
  void record_resumptionFails_saysWhatWasOffered() {
    ForkedJvm client = client(Agent.with());
    List<String> vias = new ArrayList<>();
    for (Resumption way : ways()) {
      try (FaultyRelay relay = FaultyRelay.to(server(way).port(), Fault.ALERT)) {
        String peer = peer(relay, way, "socket");
        assertThat(inTurn(client, peer, 3)).containsExactly("full", "failed", "full");
        vias.add(way == Resumption.TLS12_ID ? "id" : "ticket");
      }
    }

    List<HandshakeRecord> records = client.recordsAtEnd(3 * vias.size());

    for (int i = 0; i < vias.size(); i++) {
      HandshakeRecord failed = records.get(3 * i + 1);
      assertThat(failed.get("handshake")).isEqualTo("failed");
      assertThat(failed.get("via")).isEqualTo(vias.get(i));
      assertThat(failed.has("age")).isTrue();
      assertThat(records.get(3 * i + 2).get("reason")).isEqualTo("resumption-failed");
    }
  }

  /** The fault is repaired: from then on everything is as before. */
  @Test
  void connections_peerBreaksOneResumption_costsOneFullHandshake() {
    ForkedJvm client = client(Agent.with("log=off"));
    for (Resumption way : ways()) {
      for (Fault fault : faults()) {
        try (FaultyRelay relay = FaultyRelay.to(server(way).port(), Fault.NONE)) {
          String peer = peer(relay, way, "socket");
          assertThat(inTurn(client, peer, 2)).containsExactly("full", "resumed");
          relay.fault(fault);
          assertThat(inTurn(client, peer, 1)).containsExactly("failed");
          relay.fault(Fault.NONE);

          assertThat(inTurn(client, peer, 4))
              .as("%s, %s", way, fault)
              .containsExactly("full", "resumed", "resumed", "resumed");
        }
      }
    }
  }

  /** With a pool of tickets, none is lost to one broken connection. */
  @Test
  void tickets_oneConnectionIsCut_allOthersResumeAfterOneFullHandshake() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("server.tickets=4")));
    ForkedJvm client = client(Agent.with("log=off"));
    try (FaultyRelay relay = FaultyRelay.to(server.port(), Fault.NONE)) {
      String peer = peer(relay, Resumption.TLS13, "socket");
      assertThat(inTurn(client, peer, 2)).containsExactly("full", "resumed");
      relay.fault(Fault.UNANSWERED);
      assertThat(inTurn(client, peer, 1)).containsExactly("failed");
      relay.fault(Fault.NONE);
      assertThat(inTurn(client, peer, 2)).containsExactly("full", "resumed");

      Answer wave = client.ask("wave count=8" + peer);

      assertThat(wave.number("resumed")).as("%s", wave).isEqualTo(8);
    }
  }

  /** Without the agent, every other connection fails with TLS 1.3, and all but one with TLS 1.2. */
  @Test
  void connections_opensslRefusesEachSession_failLessAndLess() {
    Settings.requireFull();
    try (ForgetfulServer server = ForgetfulServer.start()) {
      for (Resumption way : ways()) {
        if (way == Resumption.TLS12_ID) {
          continue; // OpenSSL issues no ids without that context
        }
        String peer = peer(server.port(), way, "socket");
        List<String> plain = inTurn(client(Agent.none()), peer, IN_TURN);
        List<String> kept = inTurn(client(Agent.with("log=off")), peer, IN_TURN);
        System.out.printf("%s: %s, OpenSSL: %s > %s%n", stage.jdk(), way, plain, kept);

        assertThat(Collections.frequency(plain, "failed")).isGreaterThanOrEqualTo(IN_TURN / 2);
        assertThat(Collections.frequency(kept, "failed")).as("%s", kept).isBetween(1, 4);
      }
    }
  }

  private String peer(FaultyRelay relay, Resumption way, String kind) {
    return peer(relay.port(), way, kind);
  }

  private String peer(long port, Resumption way, String kind) {
    return " port="
        + port
        + " host=broken-"
        + peers++
        + ".example kind="
        + kind
        + " protocols="
        + way.protocol();
  }

  private static List<String> inTurn(ForkedJvm client, String peer, int count) {
    List<String> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Answer answer = client.ask("connect" + peer);
      results.add(answer.what().equals("failed") ? "failed" : answer.text("result"));
    }
    return results;
  }

  private ForkedJvm client(Agent agent) {
    return stage.start(stage.client().agent(agent));
  }

  private ForkedJvm server(Resumption way) {
    return servers.computeIfAbsent(
        way != Resumption.TLS12_ID,
        tickets -> {
          Fork fork = stage.server();
          return stage.start(tickets ? fork : fork.flags(JvmFlags.NO_STATELESS_TICKETS));
        });
  }

  private static final class Outcome {
    final List<String> first;
    final long successesAtOnce;
    final long successes;

    Outcome(List<String> first, long successesAtOnce, List<String> second) {
      this.first = first;
      this.successesAtOnce = successesAtOnce;
      this.successes = successes(first) + successesAtOnce + successes(second);
    }

    private static long successes(List<String> results) {
      return results.size() - Collections.frequency(results, "failed");
    }

    boolean failedTwice() {
      return String.join(" ", first).contains("failed failed");
    }

    @Override
    public String toString() {
      return successes + " of " + (2 * IN_TURN + AT_ONCE);
    }
  }
}

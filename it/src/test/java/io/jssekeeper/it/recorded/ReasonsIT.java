package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Each reason is reported for exactly the full handshakes that have it. */
@OnEachJdk
final class ReasonsIT {
  private static final String KEY_FOR_EACH_TICKET = JvmFlags.TICKET_KEY_SECONDS + 0;
  private static final String NO_MASTER_SECRET = "-Djdk.tls.useExtendedMasterSecret=false";
  private static final String NO_TLS13_TICKETS =
      "-Djdk.tls.server.disableExtensions=pre_shared_key,psk_key_exchange_modes";
  private static final Duration LONGER_THAN_A_SECOND = Duration.ofMillis(1100);

  @Parameter Stage stage;
  private final SoftAssertions softly = new SoftAssertions();

  @Test
  void fullHandshakes_sessionsKeptByTheServer_sayWhy() {
    ForkedJvm server = stage.start(server().flags(JvmFlags.NO_STATELESS_TICKETS));
    ForkedJvm client = stage.start(client());
    ReasonScene ids = new ReasonScene(server, client, ReasonCases.TLS12);
    ReasonScene tickets = new ReasonScene(server, client, ReasonCases.TLS13);
    play(ids, ReasonCases.REFUSED, ReasonCases.KEPT_BY_SERVER, ReasonCases.OF_TLS12);
    play(tickets, ReasonCases.REFUSED, ReasonCases.KEPT_BY_SERVER, ReasonCases.OF_TLS13);
    play(ids, ReasonCases.NOT_OFFERED);
    play(tickets, ReasonCases.NOT_OFFERED);
    playSniMismatch(tickets);
    playExpiring(ReasonCases.SERVER_EXPIRED, ids, tickets);
    playExpiring(ReasonCases.CLIENT_EXPIRED, ids, tickets);
    playUsedTicket(server);
    playOdd(server, client);
    softly.assertAll();
  }

  @Test
  void fullHandshakes_sessionsInStatelessTickets_sayWhy() {
    requireStatelessTickets();
    ForkedJvm server = stage.start(server().flags(KEY_FOR_EACH_TICKET));
    ForkedJvm client = stage.start(client());
    ReasonScene tickets12 = new ReasonScene(server, client, ReasonCases.TLS12);
    ReasonScene tickets13 = new ReasonScene(server, client, ReasonCases.TLS13);
    play(tickets12, ReasonCases.REFUSED, ReasonCases.KEPT_IN_TICKET, ReasonCases.OF_TLS12);
    play(tickets13, ReasonCases.REFUSED, ReasonCases.KEPT_IN_TICKET, ReasonCases.OF_TLS13);
    playSniMismatch(tickets13);
    playExpiring(ReasonCases.SERVER_EXPIRED, tickets12, tickets13);
    softly.assertAll();
  }

  @Test
  void fullHandshakes_withNothingKept_sayWhyToo() {
    ForkedJvm server = stage.start(observed(stage.server().flags(JvmFlags.NO_STATELESS_TICKETS)));
    ForkedJvm client = stage.start(observed(stage.client()));
    play(new ReasonScene(server, client), ReasonCases.OBSERVED);
    playExpiring(ReasonCases.CLIENT_EXPIRED, new ReasonScene(server, client, ReasonCases.TLS13));
    softly.assertAll();
  }

  private void requireStatelessTickets() {
    if (!stage.jdk().hasStatelessTickets()) {
      String reason =
          "cannot occur: ticket-undecryptable, since " + stage.jdk() + " seals no tickets";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
  }

  /** On JDK 11 it ends in a failure: its server says that it resumes, and does not. */
  private void playSniMismatch(ReasonScene tls13) {
    if (stage.jdk().feature() > 11) {
      tls13.play(ReasonCases.SNI_MISMATCH, softly);
    } else {
      System.out.println(
          "cannot occur: sni-mismatch with TLS 1.3, where " + stage.jdk() + " fails");
    }
  }

  @SafeVarargs
  private void play(ReasonScene scene, List<ReasonCase>... cases) {
    for (List<ReasonCase> some : cases) {
      some.forEach(reasonCase -> scene.play(reasonCase, softly));
    }
  }

  /** All of them in one go, so that there is one wait for all. */
  private void playExpiring(ReasonCase reasonCase, ReasonScene... scenes) {
    forAll(scenes, ReasonScene::meetNewPeer);
    int last = reasonCase.steps().size() - 1;
    for (String step : reasonCase.steps().subList(0, last)) {
      forAll(scenes, scene -> scene.step(step));
    }
    long began = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - began > LONGER_THAN_A_SECOND.toNanos());
    String lastStep = reasonCase.steps().get(last);
    for (ReasonScene scene : scenes) {
      scene.step(lastStep);
      scene.check(reasonCase, softly);
    }
    forAll(scenes, ReasonScene::restore);
  }

  private static void forAll(ReasonScene[] scenes, Consumer<ReasonScene> action) {
    List.of(scenes).forEach(action);
  }

  /** An openssl client uses a ticket twice if told to. */
  private void playUsedTicket(ForkedJvm server) {
    String file = Settings.work().resolve("used-" + server.pid() + ".pem").toString();
    int before = server.records().size();
    assertThat(OpenSsl.connect(server.port(), "-tls1_3", "-sess_out", file)).contains("full");
    assertThat(OpenSsl.connect(server.port(), "-tls1_3", "-sess_in", file)).contains("resumed");
    assertThat(OpenSsl.connect(server.port(), "-tls1_3", "-sess_in", file)).contains("full");
    Awaitility.await().until(() -> server.records().size() == before + 3);
    softly.assertThat(last(server).get("reason")).isEqualTo("tickets-used-up");
  }

  private void playOdd(ForkedJvm server, ForkedJvm client) {
    ForkedJvm oddServer =
        stage.start(server().flags(NO_MASTER_SECRET, NO_TLS13_TICKETS).with("kind", "engine"));
    play(new ReasonScene(oddServer, client, "kind=engine"), ReasonCases.ODD_SERVER);
    ForkedJvm oddClient = stage.start(client().flags(NO_MASTER_SECRET));
    play(new ReasonScene(server, oddClient, ReasonCases.TLS12), ReasonCases.ODD_CLIENT);
  }

  private static HandshakeRecord last(ForkedJvm jvm) {
    List<HandshakeRecord> records = jvm.records();
    return records.get(records.size() - 1);
  }

  private Fork server() {
    return small(stage.server());
  }

  /** It has a certificate, for the servers that require one. */
  private Fork client() {
    return small(stage.client()).with("keys", KeyMaterial.shared().ec().store());
  }

  /** All sessions are held softly. */
  private static Fork small(Fork fork) {
    return withSmallHeap(fork).agent(Agent.with("memory=0"));
  }

  private static Fork observed(Fork fork) {
    return withSmallHeap(fork).agent(Agent.with("keep=none"));
  }

  private static Fork withSmallHeap(Fork fork) {
    return fork.flags("-Xmx64m");
  }
}

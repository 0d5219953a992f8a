package io.jssekeeper.it;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each reason of a full handshake is told of exactly the handshakes that have it. */
@OnEachJdk
final class ReasonsIT {
  private static final String IDS_ONLY = "-Djdk.tls.server.enableSessionTicketExtension=false";
  private static final String NO_MASTER_SECRET = "-Djdk.tls.useExtendedMasterSecret=false";
  private static final String NO_TLS13_TICKETS =
      "-Djdk.tls.server.disableExtensions=pre_shared_key,psk_key_exchange_modes";
  private static final String TLS12 = "protocols=TLSv1.2";
  private static final String TLS13 = "protocols=TLSv1.3";
  private static final String BOTH = "protocols=TLSv1.3,TLSv1.2";
  private static final String OTHER_CIPHER =
      "ciphers=TLS_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";

  private static final Duration LONGER_THAN_A_SECOND = Duration.ofMillis(1100);

  private static final ReasonCase SNI_MISMATCH =
      ReasonCase.of(
          "sni-mismatch", "declined", "client connect", "server serve sni=.*", "client connect");

  /** However the session is kept. */
  private static final List<ReasonCase> ALWAYS =
      List.of(
          ReasonCase.of("not-offered", "first-contact", "client connect"),
          ReasonCase.of(
              "client-auth",
              "declined",
              "client connect",
              "server serve auth=need",
              "client connect"),
          ReasonCase.of(
              "cipher-mismatch",
              "declined",
              "client connect",
              "server serve " + OTHER_CIPHER,
              "client connect"),
          ReasonCase.of(
              "identity-mismatch",
              "declined",
              "client connect",
              "server serve identify=HTTPS",
              "client connect"),
          ReasonCase.of(
              "not-offered", "cipher-mismatch", "client connect", "client connect " + OTHER_CIPHER),
          ReasonCase.of(
              "not-offered",
              "identity-mismatch",
              "client connect",
              "client connect identify=HTTPS"),
          ReasonCase.of(
              "not-offered",
              "evicted",
              "client connect",
              "client capacity sessions=1",
              "client connect host=other.example",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "invalidated",
              "client open page=yes",
              "client invalidate",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "caching-off",
              "client connect",
              "client connect kind=engine peer=none"));

  /** With a moment before the last step. */
  private static final List<ReasonCase> EXPIRING =
      List.of(
          ReasonCase.of(
              "expired",
              "declined",
              "client connect",
              "server timeout seconds=1",
              "client connect"),
          ReasonCase.of(
              "not-offered",
              "expired",
              "client connect",
              "client timeout seconds=1",
              "client connect"));

  /** If the server keeps the session itself. */
  private static final List<ReasonCase> KEPT_BY_SERVER =
      List.of(
          ReasonCase.of(
              "unknown-session", "declined", "client connect", "server renew", "client connect"),
          ReasonCase.of(
              "evicted",
              "declined",
              "client connect",
              "server capacity sessions=1",
              "client connect host=other.example",
              "client connect"),
          ReasonCase.of(
              "invalidated",
              "declined",
              "client open page=yes",
              "server invalidate",
              "client close",
              "client connect"));

  /** If the session is in a ticket, and the server keeps nothing but the ticket's key. */
  private static final List<ReasonCase> KEPT_IN_TICKET =
      List.of(
          ReasonCase.of(
              "ticket-undecryptable",
              "declined",
              "client connect",
              "server renew",
              "client connect"));

  private static final List<ReasonCase> OF_TLS12 =
      List.of(
          SNI_MISMATCH,
          ReasonCase.of(
              "not-offered", "protocol-mismatch", "client connect", "client connect " + TLS13),
          ReasonCase.of(
              "protocol-mismatch",
              "declined",
              "server serve " + TLS12,
              "client connect " + BOTH,
              "server serve",
              "client connect " + BOTH));

  private static final List<ReasonCase> OF_TLS13 =
      List.of(
          ReasonCase.of(
              "not-offered", "protocol-mismatch", "client connect", "client connect " + TLS12),
          ReasonCase.of(
              "not-offered", "tickets-used-up", "client connect", "client open", "client connect"));

  @RegisterExtension final Stage stage;
  private final Jdk jdk;
  private final SoftAssertions softly = new SoftAssertions();

  ReasonsIT(Jdk jdk) {
    this.jdk = jdk;
    this.stage = new Stage(jdk);
  }

  @Test
  void fullHandshakes_eachReasonProvoked_sayIt() {
    ForkedJvm client = stage.start(client());
    ForkedJvm keeping = stage.start(server().flags(IDS_ONLY));
    ReasonScene ids = new ReasonScene(keeping, client, TLS12);
    ReasonScene statefulTickets = new ReasonScene(keeping, client, TLS13);
    play(ids, ALWAYS, KEPT_BY_SERVER, OF_TLS12);
    play(statefulTickets, ALWAYS, KEPT_BY_SERVER, OF_TLS13);
    playSniMismatch(statefulTickets);
    playExpiring(ids, statefulTickets);
    softly.assertAll();
  }

  @Test
  void fullHandshakes_withStatelessTickets_sayIt() {
    requireStatelessTickets();
    ForkedJvm client = stage.start(client());
    ForkedJvm sealing = stage.start(server());
    ReasonScene tickets12 = new ReasonScene(sealing, client, TLS12);
    ReasonScene tickets13 = new ReasonScene(sealing, client, TLS13);
    play(tickets12, ALWAYS, KEPT_IN_TICKET, OF_TLS12);
    play(tickets13, ALWAYS, KEPT_IN_TICKET, OF_TLS13);
    playSniMismatch(tickets13);
    playExpiring(tickets12, tickets13);
    softly.assertAll();
  }

  private void requireStatelessTickets() {
    if (!jdk.hasStatelessTickets()) {
      String reason = "cannot occur: ticket-undecryptable, since " + jdk + " seals no tickets";
      System.out.println(reason);
      Assumptions.abort(reason);
    }
  }

  /** In JDK 11 it ends in a failure: its server says that it resumes, and does not. */
  private void playSniMismatch(ReasonScene tls13) {
    if (jdk.feature() > 11) {
      tls13.play(SNI_MISMATCH, softly);
    } else {
      System.out.println("cannot occur: sni-mismatch with TLS 1.3, where " + jdk + " fails");
    }
  }

  @SafeVarargs
  private void play(ReasonScene scene, List<ReasonCase>... cases) {
    for (List<ReasonCase> some : cases) {
      some.forEach(reasonCase -> scene.play(reasonCase, softly));
    }
  }

  /** All at once, so that there is one wait for all. */
  private void playExpiring(ReasonScene... scenes) {
    for (ReasonCase reasonCase : EXPIRING) {
      forAll(scenes, ReasonScene::meetNewPeer);
      int last = reasonCase.steps().size() - 1;
      for (String step : reasonCase.steps().subList(0, last)) {
        forAll(scenes, scene -> scene.step(step));
      }
      long began = System.nanoTime();
      Awaitility.await().until(() -> System.nanoTime() - began > LONGER_THAN_A_SECOND.toNanos());
      forAll(
          scenes,
          scene -> {
            scene.step(reasonCase.steps().get(last));
            scene.check(reasonCase, softly);
          });
      forAll(scenes, ReasonScene::restore);
    }
  }

  private static void forAll(ReasonScene[] scenes, Consumer<ReasonScene> action) {
    List.of(scenes).forEach(action);
  }

  private Fork server() {
    return stage.server().flags(Settings.burstFlags()).agent(Agent.with());
  }

  /** It has a certificate of its own, for the servers that want one. */
  private Fork client() {
    return stage
        .client()
        .flags(Settings.burstFlags())
        .agent(Agent.with())
        .with("keys", KeyMaterial.shared().ec().store());
  }
}

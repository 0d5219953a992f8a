package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A server and a client that play cases of full handshakes, each with a separate peer. */
final class ReasonScene {
  private static final List<String> AS_AT_THE_START =
      List.of(
          "server serve",
          "server timeout seconds=86400",
          "server capacity sessions=20480",
          "client close",
          "client timeout seconds=86400",
          "client capacity sessions=20480");
  private static int peers;

  private final ForkedJvm server;
  private final ForkedJvm client;
  private final String arguments;
  private String peer = "";

  /**
   * @param arguments of every connection
   */
  ReasonScene(ForkedJvm server, ForkedJvm client, String... arguments) {
    this.server = server;
    this.client = client;
    this.arguments = " " + String.join(" ", arguments);
  }

  /**
   * Plays the case with a new peer, checks what both sides report at the end, and restores the
   * initial state.
   */
  void play(ReasonCase reasonCase, SoftAssertions softly) {
    meetNewPeer();
    reasonCase.steps().forEach(this::step);
    check(reasonCase, softly);
    restore();
  }

  void meetNewPeer() {
    peer = " host=peer-" + peers++ + ".example";
  }

  /** Checks what both sides report of their last handshake. */
  void check(ReasonCase reasonCase, SoftAssertions softly) {
    softly
        .assertThat(List.of(reason(server), reason(client)))
        .as("%s%s", reasonCase, arguments)
        .containsExactly(reasonCase.server(), reasonCase.client());
  }

  void restore() {
    AS_AT_THE_START.forEach(this::step);
  }

  void step(String step) {
    String command = step.substring(step.indexOf(' ') + 1);
    if (step.equals("server invalidate")) {
      awaitOneConnection();
    }
    if (step.startsWith("server ")) {
      server.ask(command);
    } else if (command.startsWith("connect") || command.startsWith("open")) {
      handshake(command, "connected", "opened");
    } else if (command.startsWith("vain")) {
      handshake(command.replaceFirst("vain", "connect"), "failed");
    } else {
      client.ask(command);
    }
  }

  /**
   * The server ends the session of its oldest connection: connections of earlier steps must be
   * closed by then.
   */
  private void awaitOneConnection() {
    await().until(() -> server.ask("busy").number("connections") == 1);
  }

  /** Of two values for a key the program takes the last, so a step's own values win. */
  private void handshake(String command, String... answers) {
    int ofServer = server.records().size();
    int ofClient = client.records().size();
    String verb = command.split(" ")[0];
    String own = command.substring(verb.length());
    String toServer = " port=" + server.port() + peer;
    String answer = client.ask((verb + toServer + arguments).strip() + own).what();
    assertThat(answer).as(command).isIn((Object[]) answers);
    await().until(() -> server.records().size() > ofServer && client.records().size() > ofClient);
  }

  private static String reason(ForkedJvm jvm) {
    List<HandshakeRecord> records = jvm.records();
    HandshakeRecord last = records.get(records.size() - 1);
    return last.get("handshake").equals("full") ? last.get("reason") : last.get("handshake");
  }

  /** Waits for what takes a moment, such as a record. */
  private static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }
}

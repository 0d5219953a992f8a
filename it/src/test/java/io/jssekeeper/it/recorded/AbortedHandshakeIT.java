package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A handshake that one side gives up, by closing, is one failure on each side that began it, at any
 * stage and after any wait.
 */
@OnEachJdk
final class AbortedHandshakeIT {
  @Parameter Stage stage;

  @ParameterizedTest
  @CsvSource({"socket,TLSv1.2", "engine,TLSv1.2", "socket,TLSv1.3", "engine,TLSv1.3"})
  void firstHandshake_thatOneSideGivesUp_isOneFailureOnEachSide(String kind, String protocol) {
    ForkedJvm both = start(kind, protocol);
    play(both, "hello-then-client-closes");
    play(both, "silence-then-server-closes");
    play(both, "flight-then-server-closes");
    play(both, "client-hangs-up");
    play(both, "server-hangs-up");

    List<HandshakeRecord> records = both.recordsAtEnd(6);
    List<HandshakeRecord> client = of(records, "client");
    List<HandshakeRecord> server = of(records, "server");
    // At a server to which nothing has come there was no handshake.
    assertThat(server).extracting(r -> r.get("handshake")).containsExactly(failures(2));
    // A side that has read the server's flight may have all it needs.
    assertThat(client).hasSize(4);
    assertThat(client.remove(2).get("handshake")).isIn("failed", "full");
    assertThat(client).extracting(r -> r.get("handshake")).containsExactly(failures(3));
    String timeout = timeout(kind);
    checkGivenUp(client.get(0), "user_canceled", timeout);
    checkGivenUp(server.get(1), "user_canceled", timeout);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void renegotiation_thatOneSideGivesUp_isOneFailureOnEachSideThatBeganIt(String kind) {
    ForkedJvm both = start(kind, "TLSv1.2");
    play(both, "client-begins-and-closes met=yes");
    play(both, "client-begins-and-server-closes met=yes");
    play(both, "server-begins-and-closes met=yes");
    play(both, "client-begins-unheard met=yes");

    List<HandshakeRecord> records = both.recordsAtEnd(15);
    List<HandshakeRecord> client = again(records, "client");
    List<HandshakeRecord> server = again(records, "server");
    assertThat(records).hasSize(15);
    // A side that has read the server's answer may have all it needs.
    assertThat(client).hasSize(4);
    assertThat(client.remove(1).get("handshake")).isIn("failed", "full", "resumed");
    assertThat(client).extracting(r -> r.get("handshake")).containsExactly(failures(3));
    assertThat(server).extracting(r -> r.get("handshake")).containsExactly(failures(3));
    checkGivenUp(client.get(0), "close_notify", "");
    checkGivenUp(server.get(1), "close_notify", timeout(kind));
    checkGivenUp(server.get(2), "close_notify", "");
  }

  /** A dropped connection ends when it is collected. */
  @ParameterizedTest
  @CsvSource({"socket,TLSv1.2", "engine,TLSv1.2", "socket,TLSv1.3", "engine,TLSv1.3"})
  void handshake_whoseConnectionIsDropped_isOneFailureOnceItIsCollected(
      String kind, String protocol) {
    ForkedJvm both = start(kind, protocol);
    play(both, "silence drop=yes");

    Awaitility.await()
        .untilAsserted(
            () -> {
              both.ask("collect");
              assertThat(both.records()).hasSize(1);
            });
    HandshakeRecord dropped = both.recordsAtEnd(1).get(0);
    assertThat(dropped.get("handshake")).isEqualTo("failed");
    assertThat(dropped.get("side")).isEqualTo("client");
    assertThat(dropped.get("peer")).startsWith("localhost:");
    assertThat(dropped.get("error"))
        .isEqualTo(
            timeout(kind)
                + "the connection was dropped, and not closed, before the handshake was complete");
  }

  /** Sockets read for themselves, engines are given what was read. */
  private static String timeout(String kind) {
    return kind.equals("socket") ? "Read timed out; " : "";
  }

  private ForkedJvm start(String kind, String protocol) {
    return stage.start(
        stage
            .bothSides("GivenUp")
            .agent(Agent.with())
            .with("kind", kind)
            .with("protocols", protocol));
  }

  private static void play(ForkedJvm both, String scene) {
    assertThat(both.ask("play scene=" + scene).what()).isEqualTo("played");
  }

  private static void checkGivenUp(HandshakeRecord handshake, String alert, String before) {
    assertThat(handshake.get("alert")).isEqualTo(alert);
    assertThat(handshake.get("error"))
        .isEqualTo(before + "closed here before the handshake was complete");
  }

  private static List<HandshakeRecord> of(List<HandshakeRecord> records, String side) {
    return records.stream()
        .filter(each -> each.get("side").equals(side))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static List<HandshakeRecord> again(List<HandshakeRecord> records, String side) {
    List<HandshakeRecord> all = of(records, side);
    all.removeIf(each -> !each.has("renegotiation"));
    return all;
  }

  private static String[] failures(int count) {
    return Collections.nCopies(count, "failed").toArray(String[]::new);
  }
}

package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import io.jssekeeper.record.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that may send each line over a new connection, with time controlled by the test. */
class EchoGateTest {
  private static final long MILLI = 1_000_000;
  private static final String COLLECTOR = "collector";

  private final PriorityQueue<Long> handshakes = new PriorityQueue<>();
  private final List<HandshakeRecord> logged = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Sink sending = new Sending();
  private boolean applications = true;
  private boolean echoes;
  private long delay;
  private long longestWait;
  private long now = Long.MAX_VALUE - 5; // nanoTime may wrap around
  private final EchoGate gate = new EchoGate(sending, () -> applications, told::add, () -> now);

  @ParameterizedTest
  @ValueSource(longs = {5, 30, 70, 400, 2_500})
  void log_feedingItself_isStoppedAndReportedOnce(long millis) {
    echoes = true;
    delay = millis * MILLI;
    handshakes.add(0L);
    pass(300_000 * MILLI);

    assertThat(handshakes).as("connections that are to come").isEmpty();
    assertThat(told).containsExactly(COLLECTOR + ":443");
    assertThat(logged).hasSizeLessThan(4 * Echo.ROUNDS);
    assertThat(gate.isWaiting()).isFalse();
    accept("another");
    assertThat(logged).last().satisfies(last -> assertThat(last.peerHost()).isEqualTo("another"));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 30, 400, 5_000})
  void application_connectingConstantly_losesNoRecord(long millis) {
    for (long at = 0; at < 60_000; at += millis) {
      handshakes.add(at * MILLI);
    }
    int all = handshakes.size();
    pass(70_000 * MILLI);

    assertThat(told).isEmpty();
    assertThat(logged).hasSize(all).isSortedAccordingTo((a, b) -> Long.compare(at(a), at(b)));
  }

  @Test
  void application_connectingRarely_waitsAMinuteAtMost() {
    for (long at = 0; at < 6 * 3_600_000; at += 5_000) {
      handshakes.add(at * MILLI);
    }
    pass(6 * 3_600_000 * MILLI);

    assertThat(told).isEmpty();
    assertThat(longestWait).isLessThan(60_000 * MILLI);
  }

  @Test
  void application_connectingInBursts_losesNoRecord() {
    for (long at = 0; at < 60_000; at += 1_500) {
      for (int i = 0; i < 12; i++) {
        handshakes.add((at + 21 * i) * MILLI);
      }
    }
    int all = handshakes.size();
    pass(70_000 * MILLI);

    assertThat(told).isEmpty();
    assertThat(logged).hasSize(all);
  }

  @Test
  void log_notTheApplications_isLeftAlone() {
    applications = false;
    echoes = true;
    delay = 30 * MILLI;
    handshakes.add(0L);
    pass(3_000 * MILLI);

    assertThat(told).isEmpty();
    assertThat(logged).hasSizeGreaterThan(70);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 30, 400, 5_000, 9_000})
  void log_noLongerFeedingItself_isWrittenAgain(long millis) {
    echoes = true;
    delay = 30 * MILLI;
    handshakes.add(0L);
    pass(20_000 * MILLI);
    assertThat(told).hasSize(1);
    echoes = false;
    int before = logged.size();
    long longest = elapsed() / MILLI + 30_000;
    for (long at = longest; at < longest + 600_000; at += millis) {
      handshakes.add(at * MILLI);
    }
    int all = handshakes.size();
    pass(700_000 * MILLI);

    assertThat(logged).hasSize(before + all);
    assertThat(told).hasSize(1);
  }

  @Test
  void persistentLoop_isRetriedRarely_andReportedOnce() {
    echoes = true;
    delay = 30 * MILLI;
    for (long minute = 0; minute < 24 * 60; minute++) {
      handshakes.add(minute * 60_000 * MILLI);
    }
    pass(86_400_000 * MILLI);

    assertThat(told).hasSize(1);
    assertThat(logged).hasSizeBetween(5 * Echo.ROUNDS, 4 * Echo.ROUNDS + 40 * 20);
  }

  @Test
  void close_whileHolding_losesNothing() {
    for (long at = 0; at < Echo.ROUNDS + 1; at++) {
      handshakes.add(at * 25 * MILLI);
    }
    pass(25 * Echo.ROUNDS * MILLI + MILLI);
    assertThat(gate.isWaiting()).isTrue();
    gate.close();

    assertThat(logged).hasSize(Echo.ROUNDS + 1);
  }

  private static long at(HandshakeRecord record) {
    return Long.parseLong(record.cipher());
  }

  private void accept(String host) {
    gate.accept(Records.client(host, 443, Long.toString(elapsed())));
  }

  private long elapsed() {
    return now - (Long.MAX_VALUE - 5);
  }

  /** Every 20 ms a batch is written, as by the dispatcher. */
  private void pass(long nanos) {
    long end = elapsed() + nanos;
    while (elapsed() < end) {
      while (!handshakes.isEmpty() && handshakes.peek() <= elapsed()) {
        handshakes.remove();
        accept(COLLECTOR);
      }
      gate.flush();
      now += 20 * MILLI;
    }
  }

  private final class Sending implements Sink {
    @Override
    public void accept(HandshakeRecord record) {
      logged.add(record);
      longestWait = Math.max(longestWait, elapsed() - at(record));
      if (echoes && record.peerHost().equals(COLLECTOR)) {
        handshakes.add(elapsed() + delay);
      }
    }
  }
}

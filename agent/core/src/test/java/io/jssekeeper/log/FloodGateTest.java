package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FloodGateTest {
  private final KeptLog log = new KeptLog();
  private long now = Long.MAX_VALUE - 5; // nanoTime may wrap around
  private final FloodGate gate = new FloodGate(log, () -> now);

  @Test
  void failures_ofOneKindInASecond_areAFewAndOneThatStandsForTheRest() {
    fail(FloodGate.A_SECOND + 100, "bad_certificate");
    assertThat(log.records).hasSize(FloodGate.A_SECOND);
    assertThat(gate.isWaiting()).isTrue();

    pass(1_000);
    gate.flush();

    assertThat(log.similar()).containsExactly(null, null, null, null, null, "99");
    assertThat(gate.isWaiting()).isFalse();
  }

  @Test
  void accept_recordThatStandsForNoOther_hasNoNumber() {
    fail(FloodGate.A_SECOND + 1, "bad_certificate");
    pass(1_000);
    gate.flush();

    assertThat(log.similar()).hasSize(FloodGate.A_SECOND + 1).containsOnlyNulls();
  }

  @Test
  void nextSecond_letsAFewThroughAgain_behindTheOneThatStandsForTheRest() {
    fail(FloodGate.A_SECOND + 7, "bad_certificate");
    pass(1_000);
    fail(FloodGate.A_SECOND, "bad_certificate");

    List<String> similar = log.similar();
    assertThat(similar).hasSize(2 * FloodGate.A_SECOND + 1);
    assertThat(similar.get(FloodGate.A_SECOND)).isEqualTo("6");
  }

  @Test
  void flush_withinTheSecond_writesNothingYet() {
    fail(FloodGate.A_SECOND + 7, "bad_certificate");
    pass(999);
    gate.flush();

    assertThat(log.records).hasSize(FloodGate.A_SECOND);
  }

  @Test
  void accept_otherKinds_areNotHeldBack() {
    fail(FloodGate.A_SECOND + 7, "bad_certificate");
    fail(1, "handshake_failure");

    assertThat(log.records).hasSize(FloodGate.A_SECOND + 1);
  }

  @Test
  void accept_otherErrorsOfOneAlert_areNotHeldBack() {
    fail(FloodGate.A_SECOND + 7, "unexpected_message");
    gate.accept(
        Records.failed(Records.draft().failure("unexpected_message", "no TLS: plain text")));

    assertThat(log.records).hasSize(FloodGate.A_SECOND + 1);
  }

  @Test
  void accept_veryManyTextsThatPeersChoose_areOneKind() {
    for (int i = 0; i < 10_000; i++) {
      gate.accept(Records.failed(Records.draft().failure(null, "no such host: " + letters(i))));
    }

    assertThat(log.records).hasSizeLessThan(100);
  }

  @Test
  void accept_handshakesThatSucceed_allGetThrough() {
    for (int i = 0; i < 1_000; i++) {
      gate.accept(Records.numbered(i));
    }

    assertThat(log.records).hasSize(1_000);
    assertThat(gate.isWaiting()).isFalse();
  }

  @Test
  void close_recordsHeldBack_areSummedUp() {
    fail(FloodGate.A_SECOND + 7, "bad_certificate");
    gate.close();

    assertThat(log.similar()).endsWith("6");
    assertThat(log.isClosed).isTrue();
  }

  /** Numbers do not distinguish kinds. */
  private static String letters(int number) {
    StringBuilder text = new StringBuilder();
    String.valueOf(number).chars().forEach(digit -> text.append((char) (digit + 'a' - '0')));
    return text.toString();
  }

  private void fail(int times, String alert) {
    for (int i = 0; i < times; i++) {
      HandshakeRecord failed = Records.failed(Records.draft().failure(alert, "number " + i));
      gate.accept(failed);
    }
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}

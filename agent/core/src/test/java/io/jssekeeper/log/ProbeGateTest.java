package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.Records;
import io.jssekeeper.record.Texts;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProbeGateTest {
  private final KeptLog log = new KeptLog();
  private long now = Long.MAX_VALUE - 5; // nanoTime may wrap around
  private final ProbeGate gate = new ProbeGate(log, () -> now);

  @Test
  void checkThatHangsUpForEver_isAFewLines_andOneAMinuteWithTheCount() {
    checks(60, 1);

    assertThat(log.records.size()).isBetween(ProbeGate.AS_THEY_ARE, ProbeGate.AS_THEY_ARE + 1);
    checks(240, 1);

    assertThat(log.records.size()).isBetween(ProbeGate.AS_THEY_ARE + 4, ProbeGate.AS_THEY_ARE + 5);
    assertThat(log.similar().get(ProbeGate.AS_THEY_ARE + 1)).isEqualTo("59");
    assertThat(Texts.of(log.records.get(ProbeGate.AS_THEY_ARE))).containsEntry("detail", "hung-up");
  }

  @Test
  void close_recordsHeldBack_areSummedUp() {
    checks(300, 1);
    gate.close();

    long all =
        log.similar().stream().mapToLong(each -> each == null ? 1 : 1 + Long.parseLong(each)).sum();
    assertThat(all).isEqualTo(300);
    assertThat(log.isClosed).isTrue();
  }

  @Test
  void accept_checkEveryTwoMinutes_isWrittenAtOnce() {
    checks(ProbeGate.AS_THEY_ARE + 3, 120);

    assertThat(log.similar()).hasSize(ProbeGate.AS_THEY_ARE + 3).containsOnlyNulls();
    assertThat(gate.isWaiting()).isFalse();
  }

  @Test
  void lastOnes_areWrittenAfterTheMinute_evenIfNoMoreCome() {
    checks(ProbeGate.AS_THEY_ARE + 3, 1);
    assertThat(gate.isWaiting()).isTrue();

    now += TimeUnit.SECONDS.toNanos(61);
    gate.flush();

    assertThat(log.similar()).hasSize(ProbeGate.AS_THEY_ARE + 1).endsWith("2");
    assertThat(gate.isWaiting()).isFalse();
  }

  @Test
  void accept_otherAddressesAndOtherCauses_areNotHeldBack() {
    checks(ProbeGate.AS_THEY_ARE + 3, 0);
    gate.accept(Records.failed(probe("192.0.2.2", "EOF").detail(Detail.HUNG_UP)));
    gate.accept(Records.failed(probe("192.0.2.1", "other").detail(Detail.HUNG_UP)));
    gate.accept(Records.failed(probe("192.0.2.1", "EOF").detail(Detail.PLAIN_HTTP)));

    assertThat(log.records).hasSize(ProbeGate.AS_THEY_ARE + 3);
  }

  @Test
  void addressesWithoutEnd_areNotKeptWithoutEnd_andLoseNothing() {
    int many = 3 * ProbeGate.MAX_CALLERS;
    for (int i = 0; i < many; i++) {
      gate.accept(Records.failed(probe("host" + i, "EOF")));
    }

    assertThat(log.records).hasSize(many);
  }

  @Test
  void unknownAddress_isOne_ifTheCauseIsKnown() {
    for (int i = 0; i < ProbeGate.AS_THEY_ARE + 9; i++) {
      gate.accept(Records.failed(probe(null, "EOF")));
    }
    assertThat(log.records).hasSize(ProbeGate.AS_THEY_ARE + 9);
    for (int i = 0; i < ProbeGate.AS_THEY_ARE + 9; i++) {
      gate.accept(Records.failed(probe(null, "EOF").detail(Detail.HUNG_UP)));
    }

    assertThat(log.records).hasSize(2 * ProbeGate.AS_THEY_ARE + 9);
  }

  @Test
  void accept_clientsFailures_areNotHeldBack() {
    for (int i = 0; i < 100; i++) {
      HandshakeDraft failed =
          new HandshakeDraft(Side.CLIENT).peer("192.0.2.1", 443).failure(null, "EOF");
      gate.accept(Records.failed(failed));
    }

    assertThat(log.records).hasSize(100);
  }

  private void checks(int count, int apartSeconds) {
    for (int i = 0; i < count; i++) {
      gate.accept(Records.failed(probe("192.0.2.1", "EOF").detail(Detail.HUNG_UP)));
      now += TimeUnit.SECONDS.toNanos(apartSeconds);
      gate.flush();
    }
  }

  private static HandshakeDraft probe(String host, String error) {
    return Records.draft().peer(host, 40_000).failure("handshake_failure", error);
  }
}

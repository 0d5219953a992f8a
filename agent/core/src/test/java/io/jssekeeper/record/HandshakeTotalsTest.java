package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HandshakeTotalsTest {
  private final HandshakeTotals totals = new HandshakeTotals();

  @Test
  void of_recordsOfAllKinds_countsBySideAndResult() {
    totals.accept(Records.full(new HandshakeDraft(Side.CLIENT)));
    totals.accept(Records.full(new HandshakeDraft(Side.CLIENT)));
    totals.accept(Records.resumed(new HandshakeDraft(Side.CLIENT)));
    totals.accept(Records.failed(new HandshakeDraft(Side.SERVER)));

    assertThat(totals.of(Side.CLIENT, Result.FULL)).isEqualTo(2);
    assertThat(totals.of(Side.CLIENT, Result.RESUMED)).isEqualTo(1);
    assertThat(totals.of(Side.CLIENT, Result.FAILED)).isZero();
    assertThat(totals.of(Side.SERVER, Result.FULL)).isZero();
    assertThat(totals.of(Side.SERVER, Result.RESUMED)).isZero();
    assertThat(totals.of(Side.SERVER, Result.FAILED)).isEqualTo(1);
  }

  @Test
  void rows_recordsOfAllKinds_haveCountAndTimesByProtocolAndResult() {
    accept("TLSv1.3", Result.FULL, 300, 30);
    accept("TLSv1.2", Result.FULL, 100, 10);
    accept("TLSv1.2", Result.FAILED, 40, 4);

    assertThat(totals.rows())
        .extracting(HandshakeTotals.Row::protocol)
        .containsExactly("TLSv1.2", "TLSv1.3");
    TimerTotal failed = totals.rows().get(0).of(Result.FAILED);
    assertThat(failed.count()).isEqualTo(1);
    assertThat(failed.tookOfAll()).isEqualTo(40);
    assertThat(failed.cpuOfAll()).isEqualTo(4);
    assertThat(totals.rows().get(1).of(Result.RESUMED).count()).isZero();
    assertThat(totals.of(Side.CLIENT, Result.FULL)).isEqualTo(2);
    assertThat(totals.nanosOf(Side.CLIENT, Result.FULL)).isEqualTo(400);
    assertThat(totals.nanosOf(Side.SERVER, Result.FULL)).isZero();
  }

  @Test
  void protocols_afterSomeHandshakes_areThoseNegotiated_andEachSidesFirstIsTold() {
    AtomicInteger told = new AtomicInteger();
    totals.onNewProtocol(told::incrementAndGet);
    assertThat(totals.protocols()).isEmpty();
    totals.accept(Records.failed(new HandshakeDraft(Side.SERVER)));
    assertThat(totals.protocols()).as("a port scan").isEmpty();
    accept("TLSv1.2", Result.FULL, 100, 10);
    accept("TLSv1.2", Result.RESUMED, 100, 10);
    accept("TLSv1.3", Result.FULL, 100, 10);

    assertThat(totals.protocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
    assertThat(told.get()).isEqualTo(3);
  }

  @Test
  void ofAll_whereNotAllWereMeasured_isTheirMeanForAll() {
    accept("TLSv1.3", Result.RESUMED, 10, -1);
    accept("TLSv1.3", Result.RESUMED, 30, 6);
    accept("TLSv1.3", Result.RESUMED, -1, -1);

    TimerTotal resumed = totals.rows().get(0).of(Result.RESUMED);
    assertThat(resumed.count()).isEqualTo(3);
    assertThat(resumed.took().count()).isEqualTo(2);
    assertThat(resumed.tookOfAll()).isEqualTo(60);
    assertThat(resumed.cpu().count()).isEqualTo(1);
    assertThat(resumed.cpuOfAll()).isEqualTo(18);
  }

  @Test
  void ofAll_whereNoneWasMeasured_isZero() {
    accept("TLSv1.3", Result.FULL, -1, -1);

    TimerTotal full = totals.rows().get(0).of(Result.FULL);
    assertThat(full.count()).isEqualTo(1);
    assertThat(full.tookOfAll()).isZero();
    assertThat(full.cpuOfAll()).isZero();
  }

  @Test
  void cpuOfAll_oneColdMeasuredManyWarmNot_isNotDominatedByIt() {
    accept("TLSv1.3", Result.RESUMED, 10, 1_000_000);
    for (int i = 0; i < 1_000; i++) {
      accept("TLSv1.3", Result.RESUMED, 10, i % 20 == 0 ? 6 : -1);
    }

    TimerTotal resumed = totals.rows().get(0).of(Result.RESUMED);
    assertThat(resumed.cpuOfAll()).isEqualTo(1_000_000 + 1_000 * 6);
  }

  @Test
  void rows_ofWhatFailedBeforeItHadAProtocol_haveNone() {
    accept(null, Result.FAILED, 5, 5);

    assertThat(totals.rows()).extracting(HandshakeTotals.Row::protocol).containsExactly("");
    assertThat(totals.of(Side.CLIENT, Result.FAILED)).isEqualTo(1);
  }

  private void accept(String protocol, Result result, long tookNanos, long cpuNanos) {
    HandshakeDraft draft = new HandshakeDraft(Side.CLIENT).negotiated(protocol, null);
    draft.cpu(cpuNanos);
    Reason reason = result == Result.FULL ? Reason.DECLINED : null;
    totals.accept(new HandshakeRecord(draft, result, reason, 0, tookNanos));
  }
}

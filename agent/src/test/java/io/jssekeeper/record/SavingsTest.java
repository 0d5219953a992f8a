package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SavingsTest {
  private final Totals totals = new Totals();
  private final Savings savings = new Savings(totals);

  @Test
  void difference_isWhatFullOnesTakeLongerOnAverage() {
    accept("TLSv1.3", Result.FULL, Reason.FIRST_CONTACT, 100);
    accept("TLSv1.3", Result.FULL, Reason.DECLINED, 300);
    accept("TLSv1.3", Result.RESUMED, null, 50);

    Savings.Row row = savings.rows().iterator().next();
    assertThat(row.took().difference()).isEqualTo(150);
    assertThat(row.took().full().count()).isEqualTo(2);
    assertThat(row.took().resumed().count()).isEqualTo(1);
    assertThat(row.avoidable()).isEqualTo(1);
  }

  @Test
  void difference_oneKindOnlyOrResumedOnesLonger_isNone() {
    accept("TLSv1.2", Result.FULL, Reason.EXPIRED, 100);
    assertThat(savings.rows().iterator().next().took().difference()).isZero();

    accept("TLSv1.2", Result.RESUMED, null, 200);
    assertThat(savings.rows().iterator().next().took().difference()).isZero();
  }

  @Test
  void rows_areOfEachProtocolAndNoneOfWhatFailedOrTookAnUnknownTime() {
    accept("TLSv1.3", Result.FAILED, null, 100);
    assertThat(savings.rows()).isEmpty();

    accept("TLSv1.3", Result.FULL, Reason.DECLINED, -1);
    accept("TLSv1.2", Result.FULL, Reason.DECLINED, 1);
    assertThat(savings.rows())
        .extracting(Savings.Row::protocol)
        .containsExactly("TLSv1.2", "TLSv1.3");
    assertThat(savings.rows()).extracting(row -> row.took().full().count()).containsExactly(1L, 0L);
    assertThat(savings.rows()).extracting(Savings.Row::avoidable).containsExactly(1L, 1L);
  }

  private void accept(String protocol, Result result, Reason reason, long nanos) {
    Draft draft = new Draft(Side.CLIENT).negotiated(protocol, "TLS_AES_128_GCM_SHA256");
    totals.accept(new HandshakeRecord(draft, result, reason, 0, nanos));
  }
}

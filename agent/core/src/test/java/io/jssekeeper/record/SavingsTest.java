package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.jmx.SavingsRow;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import org.junit.jupiter.api.Test;

class SavingsTest {
  private final HandshakeTotals totals = new HandshakeTotals();
  private final Savings savings = new Savings(totals);

  @Test
  void saved_jvmWasColdAtFirst_isByWhatFullOnesTakeWhenItIsWarm() {
    accept("TLSv1.3", Result.FULL, Reason.FIRST_CONTACT, 400_000_000);
    accept(100, "TLSv1.3", Result.FULL, Reason.FIRST_CONTACT, 9_000_000);
    accept(50, "TLSv1.3", Result.FULL, Reason.DECLINED, 3_000_000);
    accept(1_000, "TLSv1.3", Result.RESUMED, null, 1_000_000);

    SavingsRow row = new SavingsRow(savings.rows().iterator().next());
    assertThat(row.getSecondsSaved()).isEqualTo(2);
    assertThat(row.getSecondsLost()).isEqualTo(0.1);
    assertThat(row.getFull()).isEqualTo(151);
    assertThat(row.getResumed()).isEqualTo(1_000);
    assertThat(row.getAvoidable()).isEqualTo(50);
  }

  @Test
  void saved_someTookVeryLong_isMovedByNone() {
    accept(100, "TLSv1.2", Result.FAILED, null, 1);
    accept(60, "TLSv1.2", Result.FULL, Reason.FIRST_CONTACT, 3_000_000);
    accept(4, "TLSv1.2", Result.FULL, Reason.FIRST_CONTACT, 60_000_000_000L);
    accept(10, "TLSv1.2", Result.RESUMED, null, 1_000_000);

    assertThat(new SavingsRow(savings.rows().iterator().next()).getSecondsSaved()).isEqualTo(0.02);
  }

  @Test
  void saved_beforeTheJvmIsWarm_isNotKnown() {
    accept(60, "TLSv1.2", Result.FULL, Reason.DECLINED, 100_000_000);
    accept(49, "TLSv1.2", Result.RESUMED, null, 1_000_000);

    SavingsRow row = new SavingsRow(savings.rows().iterator().next());
    assertThat(row.getSecondsSaved()).isNaN();
    assertThat(row.getSecondsLost()).isNaN();
    assertThat(row.getCpuSecondsSaved()).isNaN();
    assertThat(row.getCpuSecondsLost()).isNaN();
  }

  @Test
  void saved_cpuTimeNeverMeasured_isNotKnownAndNotZero() {
    accept(200, "TLSv1.2", Result.FULL, Reason.FIRST_CONTACT, 3_000_000);
    accept(200, "TLSv1.2", Result.RESUMED, null, 1_000_000);

    SavingsRow row = new SavingsRow(savings.rows().iterator().next());
    assertThat(row.getSecondsSaved()).isPositive();
    assertThat(row.getCpuSecondsSaved()).isNaN();
    assertThat(row.getCpuSecondsLost()).as("of none").isZero();
  }

  @Test
  void saved_resumedOnesTakeLonger_isNothing() {
    accept(200, "TLSv1.2", Result.FULL, Reason.EXPIRED, 100);
    accept(200, "TLSv1.2", Result.RESUMED, null, 200);

    assertThat(new SavingsRow(savings.rows().iterator().next()).getSecondsSaved()).isZero();
  }

  @Test
  void rows_failedOrUnmeasured_areLeftOut() {
    accept("TLSv1.3", Result.FAILED, null, 100);
    assertThat(savings.rows()).isEmpty();

    accept("TLSv1.3", Result.FULL, Reason.DECLINED, -1);
    accept("TLSv1.2", Result.FULL, Reason.DECLINED, 1);
    assertThat(savings.rows())
        .extracting(Savings.Row::protocol)
        .containsExactly("TLSv1.2", "TLSv1.3");
    assertThat(savings.rows()).extracting(Savings.Row::full).containsExactly(1L, 0L);
    assertThat(savings.rows()).extracting(Savings.Row::avoidable).containsExactly(1L, 1L);
  }

  private void accept(int times, String protocol, Result result, Reason reason, long nanos) {
    for (int i = 0; i < times; i++) {
      accept(protocol, result, reason, nanos);
    }
  }

  private void accept(String protocol, Result result, Reason reason, long nanos) {
    HandshakeDraft draft =
        new HandshakeDraft(Side.CLIENT).negotiated(protocol, "TLS_AES_128_GCM_SHA256");
    totals.accept(new HandshakeRecord(draft, result, reason, 0, nanos));
  }
}

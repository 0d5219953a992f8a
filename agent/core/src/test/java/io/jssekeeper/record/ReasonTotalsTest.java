package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import org.junit.jupiter.api.Test;

class ReasonTotalsTest {
  private final ReasonTotals costs = new ReasonTotals();

  @Test
  void of_recordsOfAllReasons_countsThemAndAddsUpWhatTheyTook() {
    costs.accept(took(Result.FULL, Reason.EXPIRED, 300));
    costs.accept(took(Result.FULL, Reason.EXPIRED, 500));
    costs.accept(took(Result.FULL, Reason.DECLINED, 7));
    costs.accept(took(Result.RESUMED, null, 20));

    assertThat(costs.of(Side.CLIENT, Reason.EXPIRED).count()).isEqualTo(2);
    assertThat(costs.of(Side.CLIENT, Reason.EXPIRED).nanos()).isEqualTo(800);
    assertThat(costs.of(Side.CLIENT, Reason.DECLINED).nanos()).isEqualTo(7);
    assertThat(costs.of(Side.SERVER, Reason.EXPIRED).count()).isZero();
  }

  @Test
  void of_handshakeWhoseBeginningWasNotSeen_countsAndAddsNothing() {
    costs.accept(took(Result.FULL, Reason.EXPIRED, -1));

    assertThat(costs.of(Side.CLIENT, Reason.EXPIRED).count()).isEqualTo(1);
    assertThat(costs.of(Side.CLIENT, Reason.EXPIRED).nanos()).isZero();
  }

  private static HandshakeRecord took(Result result, Reason reason, long nanos) {
    return new HandshakeRecord(new HandshakeDraft(Side.CLIENT), result, reason, 0, nanos);
  }
}

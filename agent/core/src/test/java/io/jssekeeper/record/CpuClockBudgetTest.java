package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuClockBudgetTest {
  private static final long START = Long.MAX_VALUE - 5; // System.nanoTime() may wrap around
  private static final long A_READ = 1_000;

  private final CpuClockBudget allowance = new CpuClockBudget(START);

  @Test
  void isLeft_atFirst_is() {
    assertThat(allowance.isLeft(START)).isTrue();
  }

  @Test
  void isLeft_whenFiftyMillisecondsAreSpentAtOnce_isNotAnyMore() {
    assertThat(readsAt(START)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(50) / A_READ);
  }

  @Test
  void isLeft_fourSecondsLater_isForAMillisecond() {
    readsAt(START);

    assertThat(readsAt(START + TimeUnit.SECONDS.toNanos(4)))
        .isEqualTo(TimeUnit.MILLISECONDS.toNanos(1) / A_READ);
  }

  @Test
  void isLeft_aDayLater_isForFiftyMillisecondsAndNotMore() {
    readsAt(START);

    assertThat(readsAt(START + TimeUnit.DAYS.toNanos(1)))
        .isEqualTo(TimeUnit.MILLISECONDS.toNanos(50) / A_READ);
  }

  @Test
  void spend_onAReadThatWasInterrupted_countsTwentyMicroseconds() {
    long reads = 0;
    while (allowance.isLeft(START)) {
      allowance.spend(TimeUnit.SECONDS.toNanos(1), START);
      reads++;
    }

    assertThat(reads).isEqualTo(50_000 / 20);
  }

  private long readsAt(long nowNanos) {
    long reads = 0;
    while (allowance.isLeft(nowNanos)) {
      allowance.spend(A_READ, nowNanos);
      reads++;
    }
    return reads;
  }
}

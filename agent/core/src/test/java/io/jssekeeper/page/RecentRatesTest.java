package io.jssekeeper.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Result;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentRatesTest {
  private static final long NOW = TimeUnit.DAYS.toMillis(20_000);
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  private final RecentRates rates = new RecentRates();

  @Test
  void values_handshakesOfThisHour_areInTheirMinutes() {
    rates.count(Result.FULL, NOW);
    rates.count(Result.FULL, NOW + MINUTE);
    rates.count(Result.RESUMED, NOW + MINUTE);
    rates.count(Result.RESUMED, NOW + MINUTE);

    assertThat(of("full", NOW + MINUTE)).endsWith(0, 1, 1);
    assertThat(of("resumed", NOW + MINUTE)).endsWith(0, 2);
    assertThat(of("resumed", NOW + 61 * MINUTE - 1)).startsWith(2, 0);
  }

  @Test
  void values_anHourLater_areEmptyAgain() {
    for (int minute = 0; minute < 200; minute++) {
      rates.count(Result.FULL, NOW + minute * MINUTE);
    }
    assertThat(of("full", NOW + 199 * MINUTE)).hasSize(RecentRates.MINUTES).containsOnly(1);
    assertThat(of("full", NOW + 259 * MINUTE)).containsOnly(0);
    assertThat(of("full", NOW + 100_000 * MINUTE)).containsOnly(0);
  }

  @Test
  void accept_clockThatWentBack_countsNoMinuteTwice() {
    rates.count(Result.FULL, NOW);
    rates.count(Result.FULL, NOW - 2 * MINUTE);
    rates.count(Result.FULL, NOW - 500 * MINUTE);

    assertThat(Arrays.stream(of("full", NOW)).sum()).isEqualTo(2);
  }

  private long[] of(String result, long nowMillis) {
    return (long[]) rates.values(nowMillis).get(result);
  }
}

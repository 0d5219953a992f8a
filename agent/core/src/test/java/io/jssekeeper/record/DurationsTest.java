package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "49999, 0.0",
    "50000, 0.1",
    "1900000, 1.9",
    "1949999, 1.9",
    "1950000, 2.0",
    "61000000000, 61000.0",
    "36000000000000, 36000000.0"
  })
  void millis_ofADuration_haveOneDecimal(long nanos, String text) {
    StringBuilder appended = new StringBuilder("took=");
    Durations.append(Durations.millis(nanos), appended);

    assertThat(appended).hasToString("took=" + text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 0", "1000, 1", "12999, 12", "86400000, 86400"})
  void seconds_ofADuration_areRoundedDown(long millis, long seconds) {
    assertThat(Durations.seconds(millis)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "-7200000, 0"})
  void seconds_afterTheWallClockSteppedBack_areNone(long millis, long seconds) {
    assertThat(Durations.seconds(millis)).isEqualTo(seconds);
  }
}

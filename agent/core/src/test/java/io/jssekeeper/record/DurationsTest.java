package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0ms",
    "49999, 0.0ms",
    "50000, 0.1ms",
    "1900000, 1.9ms",
    "1949999, 1.9ms",
    "1950000, 2.0ms",
    "61000000000, 61000.0ms"
  })
  void millis_areRoundedToOneDecimal(long nanos, String text) {
    assertThat(Durations.millis(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "999, 0s", "1000, 1s", "12999, 12s", "86400000, 86400s"})
  void seconds_areRoundedDown(long millis, String text) {
    assertThat(Durations.seconds(millis)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0s", "-7200000, 0s"})
  void seconds_afterTheWallClockSteppedBack_areNone(long millis, String text) {
    assertThat(Durations.seconds(millis)).isEqualTo(text);
  }
}

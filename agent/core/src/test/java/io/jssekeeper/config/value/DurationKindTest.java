package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationKindTest {
  private static final DurationKind ANY =
      DurationKind.between(Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE));
  private static final DurationKind SWEEP =
      DurationKind.between(Duration.ofMillis(10), Duration.ofHours(1));
  private static final DurationKind TIMEOUT = DurationKind.sessionTimeout();

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S, 500ms",
    "30s, PT30S, 30s",
    "10m, PT10M, 10m",
    "8h, PT8H, 8h",
    "1d, PT24H, 1d",
    "0, PT0S, 0",
    "0s, PT0S, 0",
    "007s, PT7S, 7s",
    "1000ms, PT1S, 1s",
    "90s, PT90S, 90s",
    "3600s, PT1H, 1h",
    "24h, PT24H, 1d",
    "1001ms, PT1.001S, 1001ms",
    "PT30S, PT30S, 30s",
    "pt30s, PT30S, 30s",
    "P1DT1H, PT25H, 25h",
    "PT0.5S, PT0.5S, 500ms",
    "PT0.0105S, PT0.0105S, PT0.0105S",
  })
  void parse_durationInAnyForm_isPrintedInTheLargestUnitThatFits(
      String text, Duration duration, String printed) throws InvalidValueException {
    assertThat(ANY.parse(text)).isEqualTo(duration);
    assertThat(ANY.print(duration)).isEqualTo(printed);
    assertThat(ANY.parse(printed)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "30 | it has no unit; add ms, s, m, h or d",
        "30 s | ' s' is not a unit of time",
        "30S | 'S' is not a unit of time",
        "30sec | 'sec' is not a unit of time",
        "1h30m | 'h30m' is not a unit of time",
        "1.5s | '.5s' is not a unit of time",
        "٣s | it does not start with a number",
        "s | it does not start with a number",
        "- | it does not start with a number",
        "+5s | it does not start with a number",
        "-5s | it is negative",
        "PT-5S | it is negative",
        "-PT5S | it is negative",
        "P1M | it is not an ISO-8601 duration",
        "5p | it is not an ISO-8601 duration",
        "PT99999999999999999999S | it is not an ISO-8601 duration",
        "99999999999999999999s | it is too large",
        "9223372036854775807d | it is too large",
      })
  void parse_noDuration_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> ANY.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(wrong);
  }

  @ParameterizedTest
  @CsvSource({"10ms, PT0.01S", "1h, PT1H", "60m, PT1H"})
  void parse_endsOfTheRange_areInIt(String text, Duration duration) throws InvalidValueException {
    assertThat(SWEEP.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"9ms", "PT0.009999999S", "0", "3600001ms", "2h", "100000000000d"})
  void parse_beyondTheRange_isImpossible(String text) {
    assertThatThrownBy(() -> SWEEP.parse(text)).hasMessage("it is out of range");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1s, 1", "1000ms, 1", "1d, 86400", "2147483647s, 2147483647"})
  void parse_sessionTimeout_isInWholeSeconds(String text, long seconds)
      throws InvalidValueException {
    assertThat(TIMEOUT.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "1ms, fractions of a second are not allowed here",
    "1500ms, fractions of a second are not allowed here",
    "PT0.5S, fractions of a second are not allowed here",
    "2147483648s, it is out of range",
  })
  void parse_noSessionTimeout_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> TIMEOUT.parse(text)).hasMessage(wrong);
  }
}

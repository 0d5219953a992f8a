package io.jssekeeper.config.value;

import io.jssekeeper.config.Quote;
import java.time.Duration;

/** Parses durations as options write them, for other users of that syntax. */
public final class WrittenDuration {
  private static final OptionType<Duration> KIND =
      DurationKind.between(Duration.ZERO, Duration.ofDays(36_500));

  private WrittenDuration() {}

  /**
   * @throws IllegalArgumentException that says what is wrong, and what to write
   */
  public static Duration parse(String text) {
    try {
      return KIND.parse(text);
    } catch (InvalidValueException e) {
      throw new IllegalArgumentException(
          Quote.of(text)
              + " is not a duration, "
              + e.getMessage()
              + ": write 500ms, 30s, 10m, 8h or 1d");
    }
  }
}

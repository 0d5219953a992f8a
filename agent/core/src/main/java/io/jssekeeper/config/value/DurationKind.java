package io.jssekeeper.config.value;

import io.jssekeeper.config.Quote;
import java.time.Duration;

/**
 * Durations: {@code 500ms}, {@code 30s}, {@code 10m}, {@code 8h}, {@code 1d}, {@code 0}, or
 * ISO-8601.
 */
public final class DurationKind implements OptionType<Duration> {
  private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

  private final Duration least;
  private final Duration most;
  private final boolean wholeSeconds;

  private DurationKind(Duration least, Duration most, boolean wholeSeconds) {
    this.least = least;
    this.most = most;
    this.wholeSeconds = wholeSeconds;
  }

  public static DurationKind between(Duration least, Duration most) {
    return new DurationKind(least, most, false);
  }

  /** The range of {@code SSLSessionContext.setSessionTimeout(int)}: seconds, and 0 for no limit. */
  public static DurationKind sessionTimeout() {
    return new DurationKind(Duration.ZERO, Duration.ofSeconds(Integer.MAX_VALUE), true);
  }

  @Override
  public Duration parse(String text) throws InvalidValueException {
    Duration duration = isIso(text) ? iso(text) : plain(NumberWithUnit.of(text));
    if (duration.isNegative()) {
      throw new InvalidValueException("it is negative");
    }
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw new InvalidValueException("it is out of range");
    }
    if (wholeSeconds && duration.getNano() != 0) {
      throw new InvalidValueException("fractions of a second are not allowed here");
    }
    return duration;
  }

  /** No unit of the short form contains a P. */
  private static boolean isIso(String text) {
    return text.indexOf('P') >= 0 || text.indexOf('p') >= 0;
  }

  private static Duration iso(String text) throws InvalidValueException {
    try {
      return Duration.parse(text);
    } catch (RuntimeException e) {
      throw new InvalidValueException("it is not an ISO-8601 duration");
    }
  }

  private static Duration plain(NumberWithUnit amount) throws InvalidValueException {
    for (int i = 0; i < UNITS.length; i++) {
      if (amount.unit.equals(UNITS[i])) {
        return Duration.ofMillis(amount.times(MILLIS[i]));
      }
    }
    if (!amount.unit.isEmpty()) {
      throw new InvalidValueException(Quote.of(amount.unit) + " is not a unit of time");
    }
    if (amount.number != 0) {
      throw new InvalidValueException("it has no unit; add ms, s, m, h or d");
    }
    return Duration.ZERO;
  }

  @Override
  public String print(Duration value) {
    if (value.isZero()) {
      return "0";
    }
    if (value.getNano() % 1_000_000 != 0) {
      return value.toString();
    }
    long millis = value.toMillis();
    int unit = 0;
    while (millis % MILLIS[unit] != 0) {
      unit++;
    }
    return millis / MILLIS[unit] + UNITS[unit];
  }

  @Override
  public String expected() {
    return (wholeSeconds ? "a duration in whole seconds from " : "a duration from ")
        + (least.isZero() ? "0 (no limit)" : print(least))
        + " to "
        + print(most)
        + (wholeSeconds
            ? ", such as 30s, 10m, 8h, 1d or PT30S"
            : ", such as 500ms, 30s, 10m or PT30S");
  }
}

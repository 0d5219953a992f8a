package io.jssekeeper.config.value;

import io.jssekeeper.config.Quote;

/**
 * An amount of heap: a number of bytes, or a share of the maximum heap.
 *
 * <p>Immutable. Prints as it is written in options, in the largest unit that fits: {@code 16m},
 * {@code 2%}.
 */
public final class MemorySize {
  private static final String[] UNITS = {"g", "m", "k", ""};
  private static final long[] BYTES = {1L << 30, 1L << 20, 1L << 10, 1};

  private final long number;
  private final boolean percent;

  private MemorySize(long number, boolean percent) {
    this.number = number;
    this.percent = percent;
  }

  static MemorySize of(NumberWithUnit amount) throws InvalidValueException {
    if (amount.unit.equals("%")) {
      return percent(amount.number);
    }
    for (int i = 0; i < UNITS.length; i++) {
      if (amount.unit.equals(UNITS[i])) {
        return new MemorySize(amount.times(BYTES[i]), false);
      }
    }
    throw new InvalidValueException(Quote.of(amount.unit) + " is not a unit of size");
  }

  private static MemorySize percent(long number) throws InvalidValueException {
    if (number > 100) {
      throw new InvalidValueException("it is more than 100%");
    }
    return new MemorySize(number, true);
  }

  /**
   * This size in bytes, 0 or more.
   *
   * @param maxHeapBytes the maximum heap, as in {@link Runtime#maxMemory()}; {@code Long.MAX_VALUE}
   *     does not overflow. A size in bytes does not depend on it, and may exceed it.
   */
  public long bytesOf(long maxHeapBytes) {
    return percent ? maxHeapBytes / 100 * number + maxHeapBytes % 100 * number / 100 : number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MemorySize
        && number == ((MemorySize) other).number
        && percent == ((MemorySize) other).percent;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(percent ? ~number : number);
  }

  @Override
  public String toString() {
    if (percent || number == 0) {
      return number + (percent ? "%" : "");
    }
    int unit = 0;
    while (number % BYTES[unit] != 0) {
      unit++;
    }
    return number / BYTES[unit] + UNITS[unit];
  }
}

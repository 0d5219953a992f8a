package io.jssekeeper.config.value;

/** A non-negative whole number, directly followed by a unit. */
final class NumberWithUnit {
  final long number;
  final String unit;

  private NumberWithUnit(long number, String unit) {
    this.number = number;
    this.unit = unit;
  }

  static NumberWithUnit of(String text) throws InvalidValueException {
    int end = endOfDigits(text, 0);
    if (end > 0) {
      return new NumberWithUnit(number(text.substring(0, end)), text.substring(end));
    }
    boolean negative = text.startsWith("-") && endOfDigits(text, 1) > 1;
    throw new InvalidValueException(
        negative ? "it is negative" : "it does not start with a number");
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static long number(String digits) throws InvalidValueException {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) {
        throw tooLarge();
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /**
   * This number of units of the given size; a product that is too large is an error, and never
   * wraps around.
   */
  long times(long size) throws InvalidValueException {
    if (number > Long.MAX_VALUE / size) {
      throw tooLarge();
    }
    return number * size;
  }

  private static InvalidValueException tooLarge() {
    return new InvalidValueException("it is too large");
  }
}

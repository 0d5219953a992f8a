package io.jssekeeper.config.value;

/** Whole numbers in a range. */
public final class NumberKind implements OptionType<Integer> {
  private final int least;
  private final int most;

  public NumberKind(int least, int most) {
    this.least = least;
    this.most = most;
  }

  @Override
  public Integer parse(String text) throws InvalidValueException {
    NumberWithUnit amount = NumberWithUnit.of(text);
    if (!amount.unit.isEmpty()) {
      throw new InvalidValueException("it is not a whole number");
    }
    if (amount.number < least || amount.number > most) {
      throw new InvalidValueException("it is out of range");
    }
    return (int) amount.number;
  }

  @Override
  public String print(Integer value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "a whole number from " + least + " to " + most;
  }
}

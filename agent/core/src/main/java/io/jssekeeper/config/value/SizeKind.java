package io.jssekeeper.config.value;

/** Amounts of heap: {@code 64k}, {@code 16m}, {@code 1g}, plain bytes, or {@code 2%}. */
public final class SizeKind implements OptionType<MemorySize> {
  @Override
  public MemorySize parse(String text) throws InvalidValueException {
    return MemorySize.of(NumberWithUnit.of(text));
  }

  @Override
  public String print(MemorySize value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "a size such as 64k, 16m, 1g or 2% (0% to 100%, of the maximum heap)";
  }
}

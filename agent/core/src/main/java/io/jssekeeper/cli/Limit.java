package io.jssekeeper.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many to show: 0 or more. */
final class Limit implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      long limit = Long.parseLong(text);
      if (limit >= 0) {
        return (int) Math.min(limit, Integer.MAX_VALUE);
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new TypeConversionException("'" + text + "' is not a number of 0 or more");
  }
}

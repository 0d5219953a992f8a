package io.jssekeeper.demo;

import io.jssekeeper.demo.Comparison.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays out comparisons as plain text: a heading for each, a row for each measure, a column for each
 * run.
 */
final class Table {
  private static final String LINE = "%-54s %28s %28s%n";

  private Table() {}

  /** Marks a value that is not as promised with {@code !}. */
  static String of(List<Comparison> comparisons) {
    return comparisons.stream()
        .flatMap(Table::section)
        .collect(
            Collectors.joining("", String.format(LINE, "", "without agent", "with agent"), ""));
  }

  private static Stream<String> section(Comparison comparison) {
    return Stream.concat(
        Stream.of(String.format("%n%s%n", comparison.title())),
        comparison.rows().stream().map(Table::line));
  }

  private static String line(Row row) {
    return String.format(LINE, "  " + row.with().name(), cell(row.without()), cell(row.with()));
  }

  private static String cell(Measure measure) {
    return measure.asPromised() ? measure.shown() : "! " + measure.shown();
  }
}

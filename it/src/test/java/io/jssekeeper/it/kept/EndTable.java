package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Resumption;
import io.jssekeeper.it.kept.EndVariant.Over;
import io.jssekeeper.it.kept.EndVariant.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of one side's sessions, in the form used by the document of unclean ends. */
final class EndTable {
  private static final String NOT_THERE = "-";

  private final Side side;
  private final Map<Row, Map<Resumption, String>> rows = new LinkedHashMap<>();

  EndTable(Side side) {
    this.side = side;
  }

  void add(UncleanEnd end, EndVariant variant, Fate without, Fate with) {
    rows.computeIfAbsent(new Row(end.what(), variant.over()), row -> new HashMap<>())
        .put(variant.way(), without == with ? "" + with : without + " > " + with);
  }

  /** In Markdown: the head, and a line for each row. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("a " + side + "'s connection", "over", Resumption::toString));
    lines.add("|---".repeat(2 + Resumption.of(side == Side.CLIENT).size()) + "|");
    rows.forEach(
        (row, cells) ->
            lines.add(
                line(row.what, row.over.toString(), way -> cells.getOrDefault(way, NOT_THERE))));
    return lines;
  }

  private String line(String what, String over, Function<Resumption, String> cell) {
    return Resumption.of(side == Side.CLIENT).stream()
        .map(cell)
        .collect(Collectors.joining(" | ", "| " + what + " | " + over + " | ", " |"));
  }

  private record Row(String what, Over over) {}
}

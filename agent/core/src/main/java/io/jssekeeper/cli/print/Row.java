package io.jssekeeper.cli.print;

import java.util.List;
import java.util.Objects;

/** Formats the cells of one row after another, and records the width of each column. */
final class Row<R> {
  private final List<Column<R>> columns;
  private final int[] widths;

  /** The previous row: most columns of thousands of rows repeat it. */
  private final String[] texts;

  private final String[] cells;

  Row(List<Column<R>> columns) {
    this.columns = columns;
    this.widths = columns.stream().mapToInt(column -> column.title.length()).toArray();
    this.texts = new String[widths.length];
    this.cells = new String[widths.length];
  }

  String[] of(R row) {
    for (int i = 0; i < cells.length; i++) {
      String text = columns.get(i).text.apply(row);
      if (cells[i] == null || !Objects.equals(text, texts[i])) {
        texts[i] = text;
        cells[i] = text == null || text.isEmpty() ? "-" : PlainText.of(text);
        widths[i] = Math.max(widths[i], cells[i].length());
      }
    }
    return cells.clone();
  }

  /** Each as wide as its title, and as any cell so far. */
  int[] widths() {
    return widths;
  }
}

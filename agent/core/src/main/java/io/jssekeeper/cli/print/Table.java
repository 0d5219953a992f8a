package io.jssekeeper.cli.print;

import io.jssekeeper.cli.print.Column.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Rows under titles, no wider than the screen. */
public final class Table<R> {
  private static final String GAP = "  ";
  private static final String CUT = "..";

  private final List<Column<R>> columns = new ArrayList<>();
  private int[] laidOut;

  /** Adds a column of text that is never cut. */
  public Table<R> text(String title, Function<R, String> text) {
    columns.add(new Column<>(title, text, Shape.WHOLE));
    return this;
  }

  /** Adds a column of text whose end is left out where the line is too short. */
  public Table<R> longText(String title, Function<R, String> text) {
    columns.add(new Column<>(title, text, Shape.CUT));
    return this;
  }

  /** Adds a column of text that wraps to further lines if the line is too short. */
  public Table<R> wrappedText(String title, Function<R, String> text) {
    columns.add(new Column<>(title, text, Shape.WRAPPED));
    return this;
  }

  /** Adds a column of numbers. */
  public Table<R> number(String title, Function<R, String> text) {
    columns.add(new Column<>(title, text, Shape.NUMBER));
    return this;
  }

  /** Prints titles and rows; printed again, further rows in the layout of the first ones. */
  public void print(List<R> rows, Screen screen) {
    List<String[]> made = new ArrayList<>(rows.size());
    Row<R> cells = new Row<>(columns);
    for (R row : rows) {
      made.add(cells.of(row));
    }
    if (laidOut == null) {
      int[] widths = cells.widths();
      fit(widths, screen.width());
      laidOut = widths;
      screen.raw(screen.styled(Style.STRONG, line(titles(), screen.width())));
    }
    screen.raw(lines(made, screen.width()));
  }

  private List<String> lines(List<String[]> cells, int width) {
    List<String> lines = new ArrayList<>(cells.size());
    for (String[] row : cells) {
      for (String[] rest = row; rest != null; rest = rest(rest)) {
        lines.add(line(rest, width));
      }
    }
    return lines;
  }

  /** What did not fit on the previous line; null if everything did. */
  private String[] rest(String[] cells) {
    String[] rest = null;
    for (int i = 0; i < cells.length; i++) {
      if (columns.get(i).isWrapped() && cells[i].length() > laidOut[i]) {
        rest = rest == null ? empty(cells.length) : rest;
        rest[i] = cells[i].substring(breakOf(cells[i], laidOut[i])).stripLeading();
      }
    }
    return rest;
  }

  private static String[] empty(int length) {
    String[] cells = new String[length];
    Arrays.fill(cells, "");
    return cells;
  }

  /** Where the first line of a text ends: at a blank, if there is one. */
  private static int breakOf(String text, int width) {
    if (text.length() <= width) {
      return text.length();
    }
    int blank = text.lastIndexOf(' ', width);
    return blank > 0 ? blank : width;
  }

  private String[] titles() {
    return columns.stream().map(column -> column.title).toArray(String[]::new);
  }

  /** Narrows the widest shrinkable columns until all fit or none can shrink further. */
  private void fit(int[] widths, int width) {
    long over = GAP.length() * (widths.length - 1L) - width;
    for (int each : widths) {
      over += each;
    }
    int widest = widest(widths);
    while (over > 0 && widest >= 0) {
      widths[widest]--;
      over--;
      widest = widest(widths);
    }
  }

  private int widest(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean canGive = widths[i] > columns.get(i).narrowest(widths[i]);
      if (canGive && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private String line(String[] cells, int width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : GAP);
      append(line, fitted(cells[i], i), laidOut[i], columns.get(i).isNumber());
    }
    return cut(line.toString().stripTrailing(), width);
  }

  private static void append(StringBuilder line, String cell, int width, boolean toTheRight) {
    String blanks = " ".repeat(Math.max(0, width - cell.length()));
    line.append(toTheRight ? blanks : cell).append(toTheRight ? cell : blanks);
  }

  /** Only shrinkable columns are cut, even if a later row is longer than the first ones. */
  private String fitted(String cell, int column) {
    switch (columns.get(column).shape) {
      case CUT:
        return cut(cell, laidOut[column]);
      case WRAPPED:
        return cell.substring(0, breakOf(cell, laidOut[column]));
      default:
        return cell;
    }
  }

  private static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    return width <= CUT.length()
        ? text.substring(0, width)
        : text.substring(0, width - CUT.length()) + CUT;
  }
}

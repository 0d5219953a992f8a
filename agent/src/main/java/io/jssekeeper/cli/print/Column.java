package io.jssekeeper.cli.print;

import java.util.function.Function;

/** A column of a table: its title, its text for a row, and how it is laid out. Immutable. */
final class Column<R> {
  final String title;
  final Function<R, String> text;
  final boolean toTheRight;
  final boolean mayShrink;

  Column(String title, Function<R, String> text, boolean toTheRight, boolean mayShrink) {
    this.title = title;
    this.text = text;
    this.toTheRight = toTheRight;
    this.mayShrink = mayShrink;
  }
}

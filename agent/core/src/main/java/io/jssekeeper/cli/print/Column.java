package io.jssekeeper.cli.print;

import java.util.function.Function;

/** A column of a table: its title, its text for a row, and how it is laid out. Immutable. */
final class Column<R> {
  /** How it is laid out. */
  enum Shape {
    /** Right-aligned. */
    NUMBER(Integer.MAX_VALUE),
    /** Never cut. */
    WHOLE(Integer.MAX_VALUE),
    /** Cut at the end if the line is too short. */
    CUT(8),
    /** Wrapped to further lines if the line is too short. */
    WRAPPED(10);

    private final int narrowest;

    Shape(int narrowest) {
      this.narrowest = narrowest;
    }
  }

  final String title;
  final Function<R, String> text;
  final Shape shape;

  Column(String title, Function<R, String> text, Shape shape) {
    this.title = title;
    this.text = text;
    this.shape = shape;
  }

  boolean isNumber() {
    return shape == Shape.NUMBER;
  }

  boolean isWrapped() {
    return shape == Shape.WRAPPED;
  }

  /** The minimum width if the line is too short. */
  int narrowest(int width) {
    return Math.min(width, shape.narrowest);
  }
}

package io.jssekeeper.cli.print;

import io.jssekeeper.explain.JsonText;

/** Plain values as JSON on one line. */
public final class Json {
  private Json() {}

  public static void print(Object value, Screen screen) {
    screen.raw(JsonText.of(value));
  }
}

package io.jssekeeper.cli.print;

import java.util.Map;
import org.json.JSONWriter;

/**
 * Maps, lists, texts, numbers and truth values as JSON in one line, members in their own order. A
 * number that is none ({@code NaN}: not known) is {@code null}.
 */
public final class Json {
  private Json() {}

  public static void print(Object value, Screen screen) {
    screen.raw(text(value));
  }

  static String text(Object value) {
    StringBuilder text = new StringBuilder();
    write(new JSONWriter(text), value);
    return text.toString();
  }

  private static void write(JSONWriter json, Object value) {
    if (value instanceof Map) {
      json.object();
      ((Map<?, ?>) value).forEach((name, member) -> write(json.key((String) name), member));
      json.endObject();
    } else if (value instanceof Iterable) {
      json.array();
      ((Iterable<?>) value).forEach(element -> write(json, element));
      json.endArray();
    } else if (value instanceof Double && ((Double) value).isNaN()) {
      json.value(null);
    } else {
      json.value(value);
    }
  }
}

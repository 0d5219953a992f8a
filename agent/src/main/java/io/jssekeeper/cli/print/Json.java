package io.jssekeeper.cli.print;

import java.util.Map;
import org.json.JSONWriter;

/** Maps, lists, texts, numbers and truth values as JSON in one line, members in their own order. */
public final class Json {
  private Json() {}

  public static void print(Object value, Screen screen) {
    StringBuilder text = new StringBuilder();
    write(new JSONWriter(text), value);
    screen.raw(text.toString());
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
    } else {
      json.value(value);
    }
  }
}

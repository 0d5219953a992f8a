package io.jssekeeper.explain;

import java.util.Arrays;
import java.util.Map;
import org.json.JSONWriter;

/**
 * Plain values as JSON on one line, members in their own order. {@code NaN} (unknown) becomes
 * {@code null}.
 */
public final class JsonText {
  private JsonText() {}

  /**
   * @param value a map, a list, an array of texts or of {@code long}, a text, a number, or a
   *     boolean
   */
  public static String of(Object value) {
    StringBuilder text = new StringBuilder();
    write(new JSONWriter(text), value);
    return text.toString();
  }

  private static void write(JSONWriter json, Object value) {
    if (value instanceof Map) {
      json.object();
      for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
        json.key((String) member.getKey());
        write(json, member.getValue());
      }
      json.endObject();
    } else if (value instanceof Iterable) {
      json.array();
      for (Object element : (Iterable<?>) value) {
        write(json, element);
      }
      json.endArray();
    } else if (value instanceof String[]) {
      write(json, Arrays.asList((String[]) value));
    } else if (value instanceof long[]) {
      json.array();
      for (long element : (long[]) value) {
        json.value(element);
      }
      json.endArray();
    } else if (value instanceof Double && ((Double) value).isNaN()) {
      json.value(null);
    } else {
      json.value(value);
    }
  }
}

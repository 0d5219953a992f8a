package io.jssekeeper.config;

/**
 * The syntax of the agent argument: {@code key=value,key=value}.
 *
 * <p>A comma always ends a value. Empty items, such as after a trailing comma, are ignored.
 */
final class KeyValueList {
  private KeyValueList() {}

  static void read(String text, SourceReader layer) throws InvalidOptionException {
    int start = 0;
    while (start < text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      readItem(text.substring(start, end).trim(), layer);
      start = end + 1;
    }
  }

  private static void readItem(String item, SourceReader layer) throws InvalidOptionException {
    int equals = item.indexOf('=');
    if (equals >= 0) {
      layer.add(item.substring(0, equals), item.substring(equals + 1));
    } else if (!item.isEmpty()) {
      throw layer.noEqualsSign(item);
    }
  }
}

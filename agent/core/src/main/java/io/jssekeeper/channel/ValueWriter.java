package io.jssekeeper.channel;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes plain values: null, strings, numbers, booleans, arrays of strings or whole numbers, and
 * lists and maps of these. For one thread.
 */
public final class ValueWriter {
  static final int NULL = 'n';
  static final int TEXT = 't';
  static final int INT = 'i';
  static final int LONG = 'l';
  static final int DOUBLE = 'd';
  static final int BOOLEAN = 'b';
  static final int TEXTS = 'T';
  static final int INTS = 'I';
  static final int LONGS = 'L';
  static final int LIST = '[';
  static final int MAP = '{';

  /** Precedes a text in an array that has not occurred there before. */
  static final int NEW_TEXT = -1;

  private static final int MAX_KNOWN_TEXTS = 256;

  private final DataOutputStream out;

  public ValueWriter(DataOutputStream out) {
    this.out = out;
  }

  /**
   * @throws IllegalArgumentException for a value of another kind
   */
  public void write(Object value) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof String) {
      out.writeByte(TEXT);
      text((String) value);
    } else if (value instanceof Boolean) {
      out.writeByte(BOOLEAN);
      out.writeBoolean((Boolean) value);
    } else if (value instanceof Number) {
      number((Number) value);
    } else {
      many(value);
    }
  }

  private void number(Number value) throws IOException {
    if (value instanceof Integer) {
      out.writeByte(INT);
      out.writeInt(value.intValue());
    } else if (value instanceof Long) {
      out.writeByte(LONG);
      out.writeLong(value.longValue());
    } else if (value instanceof Double) {
      out.writeByte(DOUBLE);
      out.writeDouble(value.doubleValue());
    } else {
      throw unknown(value);
    }
  }

  private void many(Object value) throws IOException {
    if (value instanceof String[]) {
      texts((String[]) value);
    } else if (value instanceof int[]) {
      ints((int[]) value);
    } else if (value instanceof long[]) {
      longs((long[]) value);
    } else if (value instanceof List) {
      list((List<?>) value);
    } else if (value instanceof Map) {
      map((Map<?, ?>) value);
    } else {
      throw unknown(value);
    }
  }

  private static IllegalArgumentException unknown(Object value) {
    return new IllegalArgumentException("no plain value: " + value.getClass());
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Columns repeat few texts: each is written once. */
  private void texts(String[] texts) throws IOException {
    out.writeByte(TEXTS);
    out.writeInt(texts.length);
    Map<String, Integer> known = new HashMap<>();
    for (String text : texts) {
      Integer place = known.get(text);
      out.writeShort(place == null ? NEW_TEXT : place);
      if (place == null) {
        text(text);
        if (known.size() < MAX_KNOWN_TEXTS) {
          known.put(text, known.size());
        }
      }
    }
  }

  private void ints(int[] numbers) throws IOException {
    out.writeByte(INTS);
    out.writeInt(numbers.length);
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private void longs(long[] numbers) throws IOException {
    out.writeByte(LONGS);
    out.writeInt(numbers.length);
    for (long number : numbers) {
      out.writeLong(number);
    }
  }

  private void list(List<?> values) throws IOException {
    out.writeByte(LIST);
    out.writeInt(values.size());
    Iterator<?> each = values.iterator();
    while (each.hasNext()) {
      write(each.next());
    }
  }

  private void map(Map<?, ?> values) throws IOException {
    out.writeByte(MAP);
    out.writeInt(values.size());
    for (Map.Entry<?, ?> each : values.entrySet()) {
      text((String) each.getKey());
      write(each.getValue());
    }
  }

  static int maxKnownTexts() {
    return MAX_KNOWN_TEXTS;
  }
}

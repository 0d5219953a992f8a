package io.jssekeeper.channel;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link ValueWriter} wrote. Whatever the bytes are, it creates only plain values, and
 * uses no more memory than their number permits. For one thread.
 */
public final class ValueReader {
  private static final int MAX_DEPTH = 16;

  private final DataInputStream in;
  private final int most;
  private int depth;

  /**
   * @param most the maximum number of bytes: no count can be greater
   */
  public ValueReader(DataInputStream in, long most) {
    this.in = in;
    this.most = (int) Math.min(most, Integer.MAX_VALUE);
  }

  /**
   * @throws IOException also for bytes that are not values
   */
  public Object read() throws IOException {
    int kind = in.readUnsignedByte();
    switch (kind) {
      case ValueWriter.NULL:
        return null;
      case ValueWriter.TEXT:
        return text();
      case ValueWriter.INT:
        return in.readInt();
      case ValueWriter.LONG:
        return in.readLong();
      case ValueWriter.DOUBLE:
        return in.readDouble();
      case ValueWriter.BOOLEAN:
        return in.readBoolean();
      default:
        return many(kind);
    }
  }

  private Object many(int kind) throws IOException {
    switch (kind) {
      case ValueWriter.TEXTS:
        return texts();
      case ValueWriter.INTS:
        return ints();
      case ValueWriter.LONGS:
        return longs();
      case ValueWriter.LIST:
        return list();
      case ValueWriter.MAP:
        return map();
      default:
        throw new IOException("no kind of value: " + kind);
    }
  }

  private int count(int bytesEach) throws IOException {
    int count = in.readInt();
    if (count < 0 || (long) count * bytesEach > most) {
      throw new IOException("no count: " + count);
    }
    return count;
  }

  private String text() throws IOException {
    byte[] bytes = new byte[count(1)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String[] texts() throws IOException {
    String[] texts = new String[count(Short.BYTES)];
    List<String> known = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      int place = in.readShort();
      if (place == ValueWriter.NEW_TEXT) {
        texts[i] = text();
        known.add(texts[i]);
      } else if (place >= 0 && place < Math.min(known.size(), ValueWriter.maxKnownTexts())) {
        texts[i] = known.get(place);
      } else {
        throw new IOException("no text: " + place);
      }
    }
    return texts;
  }

  private int[] ints() throws IOException {
    int[] numbers = new int[count(Integer.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readInt();
    }
    return numbers;
  }

  private long[] longs() throws IOException {
    long[] numbers = new long[count(Long.BYTES)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readLong();
    }
    return numbers;
  }

  private List<Object> list() throws IOException {
    int count = count(1);
    List<Object> values = new ArrayList<>();
    deeper();
    for (int i = 0; i < count; i++) {
      values.add(read());
    }
    depth--;
    return values;
  }

  private Map<String, Object> map() throws IOException {
    int count = count(Integer.BYTES + 1);
    Map<String, Object> values = new LinkedHashMap<>();
    deeper();
    for (int i = 0; i < count; i++) {
      String key = text();
      values.put(key, read());
    }
    depth--;
    return values;
  }

  private void deeper() throws IOException {
    if (++depth > MAX_DEPTH) {
      throw new IOException("values within values within values");
    }
  }
}

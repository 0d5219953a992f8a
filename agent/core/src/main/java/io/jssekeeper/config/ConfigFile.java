package io.jssekeeper.config;

import io.jssekeeper.config.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The file that {@code config} names: Java properties, in UTF-8, of at most 64 KiB.
 *
 * <p>Reads only regular files up to that size, since reading a pipe or a device may never end while
 * the host waits.
 */
final class ConfigFile {
  private static final int MAX_BYTES = 64 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ConfigFile() {}

  static void read(Path path, SourceReader layer)
      throws InvalidOptionException, InvalidValueException {
    Pairs pairs = pairs(text(path));
    for (int i = 0; i < pairs.keys.size(); i++) {
      layer.add(pairs.keys.get(i), pairs.values.get(i));
    }
  }

  private static String text(Path path) throws InvalidValueException {
    try {
      String text = decode(bytes(path));
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidValueException("the file is not UTF-8");
    } catch (IOException | SecurityException e) {
      throw new InvalidValueException("the file cannot be read, " + e.getClass().getSimpleName());
    }
  }

  private static byte[] bytes(Path path) throws IOException, InvalidValueException {
    if (!Files.exists(path)) {
      throw new InvalidValueException("no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new InvalidValueException("it is not a regular file");
    }
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InvalidValueException("the file is larger than 64 KiB");
      }
      return bytes;
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Pairs pairs(String text) throws InvalidValueException {
    Pairs pairs = new Pairs();
    try {
      pairs.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidValueException(
          "the file is not a Java properties file, " + Quote.bare(e.getMessage()));
    }
    return pairs;
  }

  /**
   * What {@link Properties#load} found, in order and with repeated keys, which a map would hide.
   */
  private static final class Pairs extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient List<String> keys = new ArrayList<>();
    private final transient List<String> values = new ArrayList<>();

    @Override
    public synchronized Object put(Object key, Object value) {
      keys.add((String) key);
      values.add((String) value);
      return super.put(key, value);
    }
  }
}

package io.jssekeeper.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A file on a disk that can fill up: like a real one, it then takes a part and throws. */
final class Disk extends OutputStream {
  long room = Long.MAX_VALUE;
  boolean broken;
  int writes;

  /** The ends of the writes. */
  final Set<Character> ends = new HashSet<>();

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  String text() {
    return content.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    throw new AssertionError("one byte at a time");
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    writes++;
    if (broken) {
      throw new IllegalStateException("broken");
    }
    int fits = (int) Math.min(length, room);
    content.write(bytes, from, fits);
    room -= fits;
    ends.add((char) bytes[from + length - 1]);
    if (fits < length) {
      throw new IOException("No space left on device");
    }
  }
}

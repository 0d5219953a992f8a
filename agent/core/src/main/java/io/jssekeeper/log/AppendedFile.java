package io.jssekeeper.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Appends to a file; after log rotation has moved or removed it, to a new one with the same name.
 * For one thread.
 */
final class AppendedFile extends OutputStream {
  private final Path path;
  private OutputStream out;
  private Object key;

  AppendedFile(Path path) throws IOException {
    this.path = path;
    open();
  }

  private void open() throws IOException {
    out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    key = keyOf(path);
  }

  /** Null where the file system has no keys. */
  private static Object keyOf(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!isInPlace()) {
      OutputStream moved = out;
      open();
      moved.close();
    }
    out.write(bytes, offset, length);
  }

  private boolean isInPlace() throws IOException {
    try {
      return Objects.equals(key, keyOf(path));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package io.jssekeeper.bridge;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import sun.security.ssl.KeeperDefiner;

/**
 * Class files in one file of the agent's jar, as the build ({@code PackClasses}) puts them there:
 * the length of a directory in bytes (u4), the directory, and the class files in its order. The
 * directory is a number of classes (u2), and for each its binary name (UTF) and the length of its
 * class file (u4); 0 if it is only named. Not thread-safe.
 *
 * <p>Read as it is inflated: the whole file never is on the heap.
 */
final class PackedClasses implements Closeable {
  /** What JVMS 4.7.3 permits for a method's code, several times over; more is a damaged file. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int USUAL_BYTES = 1 << 14;

  private final DataInputStream files;
  private final DataInputStream directory;
  private int left;
  private int length;
  private byte[] buffer = new byte[USUAL_BYTES];

  private PackedClasses(DataInputStream files) throws IOException {
    this.files = files;
    directory = new DataInputStream(new ByteArrayInputStream(bytes(files.readInt())));
    left = directory.readUnsignedShort();
  }

  /**
   * @param name from the jar's root, without a leading slash
   * @throws IOException if it is not there, or cannot be read
   */
  static PackedClasses open(JarResources jar, String name) throws IOException {
    return new PackedClasses(new DataInputStream(jar.stream(name)));
  }

  /** The next class's name, or null after the last one. */
  String next() throws IOException {
    if (left == 0) {
      return null;
    }
    left--;
    String name = directory.readUTF();
    length = directory.readInt();
    return name;
  }

  /** Whether the file has no more of it than its name. */
  boolean isOnlyNamed() {
    return length == 0;
  }

  /**
   * The class file of the class that was named last, in an array of its own. For each, either this,
   * {@link #read} or {@link #define} is to be called, once.
   */
  byte[] classFile() throws IOException {
    return bytes(length);
  }

  /**
   * The same, at the beginning of an array that the next call may use again: until the first
   * garbage collection, all arrays together would be resident memory.
   */
  byte[] read() throws IOException {
    require(length);
    if (length > buffer.length) {
      buffer = new byte[length];
    }
    files.readFully(buffer, 0, length);
    return buffer;
  }

  /**
   * Defines the class that was named last. False if it is only named, has been loaded before, or
   * needs what this JVM lacks.
   */
  boolean define(String name, KeeperDefiner definer) throws IOException {
    byte[] classFile = read();
    try {
      return length > 0 && definer.define(name, classFile, length) != null;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Of the class file of the class that was named last. */
  int length() {
    return length;
  }

  private byte[] bytes(int length) throws IOException {
    require(length);
    byte[] bytes = new byte[length];
    files.readFully(bytes);
    return bytes;
  }

  private static void require(int length) throws IOException {
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("damaged");
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}

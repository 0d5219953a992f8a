package io.jssekeeper.bridge;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Files of the agent's jar, read while it is open: half of what the class loader takes, which makes
 * a URL and a connection for each. Not thread-safe.
 */
final class JarResources implements Closeable {
  /** Null where the agent's classes do not come from a jar: the class loader is asked. */
  private final ZipFile jar;

  private JarResources(ZipFile jar) {
    this.jar = jar;
  }

  static JarResources open() {
    return new JarResources(jar());
  }

  private static ZipFile jar() {
    try {
      return new ZipFile(path());
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return null;
    }
  }

  /** The agent's own jar. Throws a RuntimeException if its place is not a file. */
  static File path() throws URISyntaxException {
    return new File(JarResources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /**
   * @param name from the jar's root, without a leading slash
   * @throws IOException if it is not there, or cannot be read
   */
  InputStream stream(String name) throws IOException {
    InputStream stream = streamOrNull(name);
    if (stream == null) {
      throw new IOException("the agent's jar lacks " + name);
    }
    return stream;
  }

  private InputStream streamOrNull(String name) throws IOException {
    if (jar == null) {
      return JarResources.class.getResourceAsStream("/" + name);
    }
    ZipEntry entry = jar.getEntry(name);
    return entry == null ? null : jar.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}

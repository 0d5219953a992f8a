package io.jssekeeper.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The jar's version, from a file in it. The manifest's version belongs to a {@code Package}, which
 * class loaders other than the JDK's may define without it.
 */
public final class Release {
  private static final String FILE = "/io/jssekeeper/version.txt";
  private static final String VERSION = read();

  private Release() {}

  /** {@code unknown} outside of a jar. */
  public static String version() {
    return VERSION;
  }

  private static String read() {
    try (InputStream in = Release.class.getResourceAsStream(FILE)) {
      if (in == null) {
        return "unknown";
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine();
    } catch (IOException e) {
      return "unknown";
    }
  }
}

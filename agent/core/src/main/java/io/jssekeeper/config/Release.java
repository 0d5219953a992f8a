package io.jssekeeper.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The jar's version: from the manifest, which the JVM has read already, as part of this class's
 * {@code Package}. Class loaders other than the JDK's may define that without it, or with values of
 * their own; then from a file in the jar, which takes the JVM much longer.
 */
public final class Release {
  private static final String TITLE = "jsse-keeper";
  private static final String FILE = "/io/jssekeeper/version.txt";
  private static final String VERSION = ofManifest();

  private Release() {}

  /** {@code unknown} outside of a jar. */
  public static String version() {
    return VERSION;
  }

  private static String ofManifest() {
    Package here = Release.class.getPackage();
    String version = here.getImplementationVersion();
    return TITLE.equals(here.getImplementationTitle()) && version != null ? version : read();
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

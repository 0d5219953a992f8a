package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The file {@code release} of a Java installation. */
final class ReleaseFile {
  private ReleaseFile() {}

  /**
   * The version of the Java that a file belongs to, or a question mark.
   *
   * @param file as that process sees it
   * @param depth how many folders it is below the installation's own
   */
  static String version(long pid, String file, int depth) {
    try {
      Path home = new TargetFiles(pid).path(file).toRealPath();
      for (int i = 0; i < depth; i++) {
        home = home.getParent();
      }
      Properties release = new Properties();
      release.load(Files.newBufferedReader(home.resolve("release")));
      String version =
          release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION"));
      return version == null ? LocalJvm.UNKNOWN : version.replace("\"", "");
    } catch (IOException | RuntimeException unknown) {
      return LocalJvm.UNKNOWN;
    }
  }
}

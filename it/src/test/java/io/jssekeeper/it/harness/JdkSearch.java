package io.jssekeeper.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Finds out which of some folders are JDKs to test on, and why the others are not.
 *
 * <p>Each JDK is used once, whatever its names: the same real path or the same {@code release} file
 * is the same JDK.
 */
final class JdkSearch {
  private static final int OLDEST = 11;

  private final Map<Path, Jdk> found = new LinkedHashMap<>();
  private final Map<String, Path> releases = new HashMap<>();
  private final List<String> passedOver = new ArrayList<>();

  List<Jdk> found() {
    return List.copyOf(found.values());
  }

  /** One line with the reason for each folder that is not used. */
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  void look(Path folder) {
    try {
      Path home = folder.toRealPath();
      if (!found.containsKey(home)) {
        add(home);
      }
    } catch (IOException unreadable) {
      passOver(folder, "cannot be read: " + unreadable);
    }
  }

  private void add(Path home) throws IOException {
    for (String tool : List.of("java", "jcmd")) {
      if (!Files.isExecutable(home.resolve("bin").resolve(tool))) {
        passOver(home, "has no bin/" + tool);
        return;
      }
    }
    Path release = home.resolve("release");
    if (!Files.isReadable(release)) {
      passOver(home, "has no release file");
      return;
    }
    add(home, Files.readString(release));
  }

  private void add(Path home, String release) throws IOException {
    Path same = releases.putIfAbsent(release, home);
    String version = version(home.resolve("release"));
    int feature = feature(version);
    if (same != null) {
      passOver(home, "is the same release as " + same);
    } else if (feature < OLDEST) {
      passOver(home, "is of version " + version + ", older than " + OLDEST);
    } else {
      found.put(home, new Jdk(home, version, feature));
    }
  }

  private static String version(Path release) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(release)) {
      properties.load(in);
    }
    return properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
  }

  /**
   * {@code 8} of {@code 1.8.0_504}, {@code 21} of {@code 21.0.13.0.3}, {@code 28} of {@code 28-ea}.
   */
  private static int feature(String version) {
    String modern = version.startsWith("1.") ? version.substring(2) : version;
    return Integer.parseInt(modern.split("[^0-9]")[0]);
  }

  private void passOver(Path folder, String reason) {
    passedOver.add(folder + " " + reason);
  }
}

package io.jssekeeper.it.harness;

import java.nio.file.Path;

/**
 * A JDK whose JVMs the tests fork.
 *
 * @param home its home, a real path
 * @param version {@code JAVA_VERSION} in its {@code release} file, such as {@code 25.0.3}
 * @param feature the first number of the version
 */
public record Jdk(Path home, String version, int feature) {

  /** The one that the tests themselves run on. */
  static Jdk running() {
    return new Jdk(
        Path.of(System.getProperty("java.home")),
        System.getProperty("java.version"),
        Runtime.version().feature());
  }

  /** Whether this JDK's JSSE resumes TLS 1.2 sessions by ticket; earlier ones support ids only. */
  public boolean hasStatelessTickets() {
    return feature >= 13;
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}

package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * System properties by which the build configures the tests; the defaults suit a run from the
 * module.
 */
public final class Settings {
  private Settings() {}

  /** The agent's jar as shipped. */
  public static Path agentJar() {
    return path("it.agent", "../agent/target/jsse-keeper.jar");
  }

  /** Where tests may write. */
  public static Path work() {
    return path("it.work", "target/it");
  }

  /** A new, empty file there, for one test only. */
  public static Path newFile(String name, String suffix) {
    try {
      return Files.createTempFile(Files.createDirectories(work()), name, suffix);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Whether this is the slow lane, with sizes as promised: {@code -Dit.full}. */
  public static boolean full() {
    return System.getProperty("it.full") != null;
  }

  /** Skips the test in the fast lane, and prints that. */
  public static void requireFull() {
    if (!full()) {
      String reason = "left out of the fast lane; -Dit.full for all";
      System.out.println("skipped: " + reason);
      Assumptions.abort(reason);
    }
  }

  /**
   * JVM flags of every forked JVM: in the fast lane, programs are too short to be worth optimising.
   */
  static String[] laneFlags() {
    return full() ? new String[0] : new String[] {"-XX:TieredStopAtLevel=1"};
  }

  /** The jars of an application library, from a folder that the build has prepared. */
  public static List<Path> library(String name) {
    try (Stream<Path> files = Files.list(path("it.libraries", "target/libraries").resolve(name))) {
      return files.sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** A Spring Boot application with Actuator. */
  static Path springApplication() {
    return path("it.spring", "spring-app/target/jsse-keeper-it-spring.jar");
  }

  static Path programs() {
    return path("it.programs", "target/classes");
  }

  /** Those among the classes of the tests. */
  static Path testPrograms() {
    return path("it.testPrograms", "target/test-classes");
  }

  /** The class path of this test run; Surefire may hide it in a jar's manifest. */
  static String testClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Path path(String key, String otherwise) {
    return Path.of(System.getProperty(key, otherwise)).toAbsolutePath().normalize();
  }
}

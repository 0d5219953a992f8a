package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Logback as a test's application uses it: configured to write levels, loggers, key-values and
 * messages to one file.
 *
 * @param folder for that file
 */
public record Logback(Path folder) {
  /** Its jars and SLF4J's. */
  public static final List<Path> JARS = Settings.library("logback");

  private static final String CONFIGURATION =
      """
      <configuration>
        <appender name="file" class="ch.qos.logback.core.FileAppender">
          <file>%s</file>
          <encoder><pattern>%%level %%logger [%%kvp] %%msg%%n</pattern></encoder>
        </appender>
        <root level="info"><appender-ref ref="file"/></root>
      </configuration>
      """;

  public String configuration() {
    return CONFIGURATION.formatted(log());
  }

  /** The configuration as a file. */
  public Path configured() {
    Path configuration = folder.resolve("logback.xml");
    try {
      return Files.writeString(configuration, configuration());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** The file that it writes. */
  public Path log() {
    return folder.resolve("application.log");
  }

  /** What it has written. */
  public List<String> lines() {
    try {
      return Files.readAllLines(log());
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }

  /** Whether the JVM still uses the library: its instances after a collection. */
  public static long loggersOf(ForkedJvm jvm) {
    return jvm.settledHistogram().instances("ch.qos.logback.classic.Logger");
  }
}

package io.jssekeeper.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures printed by {@code it/bench/session-bytes}. */
public final class SessionBytes {
  private static final Path COMMAND = Path.of("bench", "session-bytes").toAbsolutePath();

  /** A name with spaces, then at least two of them, then figures; the last two are quotients. */
  private static final Pattern ROW =
      Pattern.compile(
          "(?<name>(server|client) .*?) {2,}(?<jsse>\\d+) +(?<keeper>\\d+) +\\S+ +"
              + "(?<estimate>\\d+) +\\S+");

  private final List<String> lines;

  private SessionBytes(List<String> lines) {
    this.lines = lines;
  }

  /**
   * One kind of session, in bytes each.
   *
   * @param jsse without the agent
   * @param keeper with it
   * @param estimate what the agent counts against its memory budget
   */
  public record Row(String name, double jsse, double keeper, double estimate) {}

  /** Takes a minute or more. */
  public static SessionBytes measure(Jdk jdk, int sessions) {
    ProcessBuilder command =
        new ProcessBuilder(COMMAND.toString(), Integer.toString(sessions))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("JAVA_HOME", jdk.home().toString());
    try {
      Process process = command.start();
      List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
      assertThat(process.waitFor()).as("exit status of %s", COMMAND).isZero();
      return new SessionBytes(lines);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public List<Row> rows() {
    return lines.stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(SessionBytes::row)
        .toList();
  }

  private static Row row(Matcher m) {
    return new Row(
        m.group("name"),
        Double.parseDouble(m.group("jsse")),
        Double.parseDouble(m.group("keeper")),
        Double.parseDouble(m.group("estimate")));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}

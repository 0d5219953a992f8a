package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** A forked JVM's flight recording, read with its JDK's own tools. */
public final class FlightRecording {
  private static final String NAME = "it";

  private final Jdk jdk;
  private final Path file;

  private FlightRecording(Jdk jdk, Path file) {
    this.jdk = jdk;
    this.file = file;
  }

  public static FlightRecording of(Jdk jdk) {
    return new FlightRecording(jdk, Settings.newFile("recording", ".jfr"));
  }

  /** Records from the start of the JVM to its end. */
  public String flag() {
    return "-XX:StartFlightRecording:filename=" + file + ",dumponexit=true";
  }

  /** Records from now on. */
  public void start(long pid) {
    jcmd(pid, "JFR.start", "name=" + NAME);
  }

  /** Ends the recording. */
  public void stop(long pid) {
    jcmd(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
  }

  /** Writes what has been recorded so far. */
  public void dump(long pid) {
    jcmd(pid, "JFR.dump", "name=" + NAME, "filename=" + file);
  }

  private void jcmd(long pid, String... command) {
    List<String> line = new ArrayList<>(List.of(jdk.tool("jcmd").toString(), String.valueOf(pid)));
    line.addAll(List.of(command));
    run(line);
  }

  /** The events of that name in chronological order, as {@code jfr print} shows them. */
  public List<Map<String, String>> events(String name) {
    List<String> line =
        List.of(jdk.tool("jfr").toString(), "print", "--events", name, file.toString());
    List<Map<String, String>> events = new ArrayList<>();
    for (String each : run(line)) {
      int equals = each.indexOf(" = ");
      if (each.startsWith(name)) {
        events.add(new LinkedHashMap<>());
      } else if (equals > 0 && !events.isEmpty()) {
        String value = each.substring(equals + 3).replaceAll("^\"|\"$", "");
        events
            .get(events.size() - 1)
            .put(
                each.substring(0, equals).strip(),
                value.equals("null") || value.equals("N/A") ? "" : value);
      }
    }
    return events;
  }

  /** The raw file. */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> run(List<String> line) {
    Command.Outcome outcome = Command.run(line);
    Assertions.assertThat(outcome.status()).as("%s: %s", line, outcome.lines()).isZero();
    return outcome.lines();
  }
}

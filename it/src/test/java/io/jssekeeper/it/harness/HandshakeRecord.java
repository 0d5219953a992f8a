package io.jssekeeper.it.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One handshake record in the text format: fields in their order. */
public final class HandshakeRecord {
  private static final Pattern FIELD =
      Pattern.compile("([a-z]+)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^ \"]+)( |$)");
  private static final Pattern DURATION = Pattern.compile("([0-9.]+)(us|ms|s|m|h|d)");
  private static final Map<String, Double> UNIT_MICROS =
      Map.of("us", 1e0, "ms", 1e3, "s", 1e6, "m", 60e6, "h", 3600e6, "d", 86400e6);

  private final Map<String, String> fields = new LinkedHashMap<>();
  private final String line;

  private HandshakeRecord(String line) {
    this.line = line;
    Matcher matcher = FIELD.matcher(line).useAnchoringBounds(true);
    int end = 0;
    while (end < line.length()) {
      if (!matcher.region(end, line.length()).lookingAt()) {
        throw new AssertionError("not in the record format at " + end + ": " + line);
      }
      fields.put(matcher.group(1), matcher.group(2).replaceAll("^\"|\"$", ""));
      end = matcher.end();
    }
  }

  /** The records among the lines of a log; a line that begins like one must be one. */
  public static List<HandshakeRecord> among(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("handshake="))
        .map(HandshakeRecord::new)
        .toList();
  }

  /** The names of the fields, in order. */
  public List<String> names() {
    return new ArrayList<>(fields.keySet());
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The value of a field, or an empty text if it is absent. */
  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** How many handshakes it stands for: in a flood of failures, more than one. */
  public long standsFor() {
    return has("similar") ? 1 + Long.parseLong(get("similar")) : 1;
  }

  /** The value of a field that is a duration. */
  public Duration duration(String name) {
    Matcher matcher = DURATION.matcher(get(name));
    if (!matcher.matches()) {
      throw new AssertionError(name + " is no duration: " + line);
    }
    double micros = Double.parseDouble(matcher.group(1)) * UNIT_MICROS.get(matcher.group(2));
    return Duration.ofNanos(Math.round(micros * 1000));
  }

  @Override
  public String toString() {
    return line;
  }
}

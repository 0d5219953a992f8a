package io.jssekeeper.log.lines;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.json.JSONWriter;

/** A JSON object in one line, written name by name. For one thread. */
final class JsonObject {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final StringBuilder line = new StringBuilder(512);
  private final JSONWriter json = new JSONWriter(line).object();

  /** Leaves out values that are null, empty or unknown (a negative port). */
  JsonObject put(String name, Object value) {
    if (value != null && !"".equals(value) && !Integer.valueOf(-1).equals(value)) {
      json.key(name).value(value);
    }
    return this;
  }

  /** UTC, ISO 8601, with milliseconds. */
  JsonObject putTime(String name, long millis) {
    return put(name, TIME.format(Instant.ofEpochMilli(millis)));
  }

  String end() {
    json.endObject();
    return line.toString();
  }
}

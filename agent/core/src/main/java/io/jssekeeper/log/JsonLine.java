package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.json.JSONWriter;

/**
 * A record as a JSON object in one line: the fields of the text form, behind {@code time} (UTC, ISO
 * 8601) and {@code thread}, with values as of {@link FieldValue}.
 */
public final class JsonLine implements LineFormat {
  /** Always with milliseconds: many who read logs expect times of one width. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  @Override
  public String line(HandshakeRecord record) {
    StringBuilder line = new StringBuilder(256);
    JSONWriter json = new JSONWriter(line).object();
    json.key("time").value(TIME.format(Instant.ofEpochMilli(record.timeMillis())));
    if (!record.thread().isEmpty()) {
      json.key("thread").value(record.thread());
    }
    for (Map.Entry<String, String> field : record.fields().entrySet()) {
      json.key(field.getKey()).value(FieldValue.of(field.getKey(), field.getValue()));
    }
    json.endObject();
    return line.toString();
  }
}

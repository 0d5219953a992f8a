package io.jssekeeper.log;

import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.json.JSONWriter;

/**
 * A record as a JSON object on one line: {@code time} (UTC, ISO 8601) and {@code thread}, then the
 * fields of the text form with the values of {@link Field}.
 */
public final class JsonLine implements LineFormat {
  /** Always with milliseconds: many log readers expect times of one width. */
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
    for (Field field : Field.all()) {
      Object value = record.value(field);
      if (value != null) {
        json.key(field.word()).value(value);
      }
    }
    json.endObject();
    return line.toString();
  }
}

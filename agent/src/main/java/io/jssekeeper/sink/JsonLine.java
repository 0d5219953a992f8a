package io.jssekeeper.sink;

import io.jssekeeper.record.HandshakeRecord;
import java.time.Instant;
import java.util.Map;
import org.json.JSONWriter;

/**
 * A record as a JSON object in one line: the fields of the text form, behind {@code time} (UTC, ISO
 * 8601) and {@code thread}. {@code took} and {@code cpu} are numbers of milliseconds, {@code age}
 * is one of seconds.
 */
public final class JsonLine implements LineFormat {
  @Override
  public String line(HandshakeRecord record) {
    StringBuilder line = new StringBuilder(256);
    JSONWriter json = new JSONWriter(line).object();
    json.key("time").value(Instant.ofEpochMilli(record.timeMillis()).toString());
    if (!record.thread().isEmpty()) {
      json.key("thread").value(record.thread());
    }
    for (Map.Entry<String, String> field : record.fields().entrySet()) {
      json.key(field.getKey()).value(value(field.getKey(), field.getValue()));
    }
    json.endObject();
    return line.toString();
  }

  private static Object value(String name, String text) {
    switch (name) {
      case "took":
      case "cpu":
        return Double.valueOf(text.substring(0, text.length() - "ms".length()));
      case "age":
        return Long.valueOf(text.substring(0, text.length() - "s".length()));
      case "renegotiation":
        return Boolean.valueOf(text);
      default:
        return text;
    }
  }
}

package io.jssekeeper.sink;

import io.jssekeeper.record.HandshakeRecord;
import java.time.Instant;
import java.util.Map;
import org.json.JSONWriter;

/**
 * A record as a JSON object in one line: the fields of the text form, behind {@code time} (UTC, ISO
 * 8601) and {@code thread}, with values as of {@link FieldValue}.
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
      json.key(field.getKey()).value(FieldValue.of(field.getKey(), field.getValue()));
    }
    json.endObject();
    return line.toString();
  }
}

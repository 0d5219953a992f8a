package io.jssekeeper.log.lines;

import io.jssekeeper.log.LineFormat;
import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.OtelAttributes;

/** A record as a JSON object with the attribute names of OpenTelemetry's registry. */
public final class OtelLine implements LineFormat {
  @Override
  public String line(HandshakeRecord record) {
    JsonObject json =
        new JsonObject()
            .putTime("timestamp", record.timeMillis())
            .put("severity", record.result() == Result.FAILED ? "WARN" : "INFO")
            .put("event.name", "tls.handshake")
            .put("thread.name", record.thread());
    OtelAttributes.put(record, new Into(json));
    return json.end();
  }

  private static final class Into implements OtelAttributes.Target {
    private final JsonObject json;

    Into(JsonObject json) {
      this.json = json;
    }

    @Override
    public void put(String name, Object value) {
      json.put(name, value);
    }
  }
}

package io.jssekeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import io.jssekeeper.record.Texts;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  private final JsonLine format = new JsonLine();

  @Test
  void line_hasTheFieldsOfTheTextForm_andTimeAndThread() {
    HandshakeRecord record = Records.resumed(Records.draft().resumption("ticket", 12_000));
    JSONObject json = new JSONObject(format.line(record));

    assertThat(json.getString("time")).isEqualTo("1970-01-01T00:00:00.000Z");
    assertThat(json.getString("thread")).isEqualTo(Thread.currentThread().getName());
    assertThat(json.keySet()).containsAll(Texts.of(record).keySet());
    assertThat(json.get("age")).isEqualTo(12);
    for (Map.Entry<String, String> field : Texts.of(record).entrySet()) {
      if (json.get(field.getKey()) instanceof String) {
        assertThat(json.getString(field.getKey())).isEqualTo(field.getValue());
      }
    }
  }

  @Test
  void line_withTextOfThePeer_isOneLine() {
    String said = "a\n\"b\" \u2028 \u0000 </c>";
    String line = format.line(Records.failed(Records.draft().failure("internal_error", said)));

    assertThat(line.chars()).noneMatch(c -> c < ' ' || c == '\u2028');
    assertThat(new JSONObject(line).getString("error")).isEqualTo(said);
  }
}

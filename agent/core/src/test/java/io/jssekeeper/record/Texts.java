package io.jssekeeper.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a record as text. */
public final class Texts {
  private Texts() {}

  public static Map<String, String> of(HandshakeRecord record) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      if (record.value(field) != null) {
        texts.put(field.word(), Logfmt.text(record, field));
      }
    }
    return texts;
  }
}

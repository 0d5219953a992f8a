package io.jssekeeper.log;

import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Logfmt;

/** Identifies failed handshakes of one kind: same side, alert, error and likely cause. */
final class FailureKind {
  private FailureKind() {}

  /** Numbers in an error, such as lengths and ports, do not distinguish kinds. */
  static String of(HandshakeRecord record) {
    StringBuilder kind = new StringBuilder();
    kind.append(record.side()).append(' ').append(Logfmt.text(record, Field.ALERT)).append(' ');
    kind.append(Logfmt.text(record, Field.DETAIL)).append(' ');
    appendWithoutNumbers(kind, Logfmt.text(record, Field.ERROR));
    return kind.toString();
  }

  private static void appendWithoutNumbers(StringBuilder kind, String error) {
    boolean inNumber = false;
    for (int i = 0; i < error.length(); i++) {
      char c = error.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      if (!isDigit) {
        kind.append(c);
      } else if (!inNumber) {
        kind.append('#');
      }
      inNumber = isDigit;
    }
  }
}

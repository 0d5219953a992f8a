package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Logfmt;

/** How a record is written as a line. Thread-safe. */
public interface LineFormat {
  /** {@code name=value} pairs. */
  LineFormat TEXT = Text.INSTANCE;

  /** The line without its end. */
  String line(HandshakeRecord record);

  /** Appends the line without its end. */
  default void append(HandshakeRecord record, StringBuilder lines) {
    lines.append(line(record));
  }

  /** {@code name=value} pairs. */
  enum Text implements LineFormat {
    INSTANCE;

    @Override
    public String line(HandshakeRecord record) {
      return Logfmt.line(record);
    }

    @Override
    public void append(HandshakeRecord record, StringBuilder lines) {
      Logfmt.append(record, lines);
    }
  }
}

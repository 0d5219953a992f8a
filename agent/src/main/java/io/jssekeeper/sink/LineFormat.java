package io.jssekeeper.sink;

import io.jssekeeper.record.HandshakeRecord;

/** How a record is written as a line. Thread-safe. */
public interface LineFormat {
  /** {@code name=value} pairs. */
  LineFormat TEXT = new TextLine();

  /** The line without its end. */
  String line(HandshakeRecord record);
}

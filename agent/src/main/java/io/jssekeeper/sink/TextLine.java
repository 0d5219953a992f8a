package io.jssekeeper.sink;

import io.jssekeeper.record.HandshakeRecord;

/** A record as {@link Logfmt} has it. */
final class TextLine implements LineFormat {
  @Override
  public String line(HandshakeRecord record) {
    return Logfmt.line(record);
  }
}

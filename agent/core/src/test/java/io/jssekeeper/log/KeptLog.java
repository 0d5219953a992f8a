package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import io.jssekeeper.record.Texts;
import java.util.ArrayList;
import java.util.List;

/** A log for inspection. */
final class KeptLog implements Sink {
  final List<HandshakeRecord> records = new ArrayList<>();
  int flushedAt;
  boolean isClosed;

  @Override
  public void accept(HandshakeRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {
    flushedAt = records.size();
  }

  @Override
  public void close() {
    isClosed = true;
  }

  /** How many others each stands for; null if it stands for itself only. */
  List<String> similar() {
    List<String> all = new ArrayList<>();
    records.forEach(record -> all.add(Texts.of(record).get("similar")));
    return all;
  }
}

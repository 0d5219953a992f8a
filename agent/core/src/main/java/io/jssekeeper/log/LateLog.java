package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.io.IOException;
import java.io.OutputStream;

/** A log whose file takes long to open: until then its records are lost. For one thread. */
abstract class LateLog implements Sink {
  private final FileOpening opening;
  private final Sink lost;
  private Sink log;

  LateLog(FileOpening opening, Sink lost) {
    this.opening = opening;
    this.lost = lost;
  }

  /** Writes to the file, which has been opened after all. */
  abstract Sink to(OutputStream file);

  @Override
  public void accept(HandshakeRecord record) {
    now().accept(record);
  }

  private Sink now() {
    if (log == null) {
      OutputStream file = opening.opened();
      log = file == null ? null : to(file);
    }
    return log == null ? lost : log;
  }

  @Override
  public void flush() {
    now().flush();
  }

  @Override
  public void close() {
    now().close();
    try {
      opening.abandon();
    } catch (IOException e) {
      // Its log has reported it.
    }
  }

  @Override
  public String toString() {
    return (log == null ? lost : log).toString();
  }
}

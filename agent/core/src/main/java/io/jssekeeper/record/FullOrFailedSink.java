package io.jssekeeper.record;

import io.jssekeeper.model.Result;

/** Passes on the records of handshakes that were not resumed. As thread-safe as what it wraps. */
public final class FullOrFailedSink implements Sink {
  private final Sink sink;

  public FullOrFailedSink(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (record.result() != Result.RESUMED) {
      sink.accept(record);
    }
  }
}

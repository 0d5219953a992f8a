package io.jssekeeper.install;

import io.jssekeeper.record.Recorder;

/** Has handshakes recorded whose connections were dropped. Not a lambda, as all at the start. */
final class RecordDropped implements Runnable {
  private final Recorder recorder;

  RecordDropped(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void run() {
    recorder.recordDropped();
  }
}

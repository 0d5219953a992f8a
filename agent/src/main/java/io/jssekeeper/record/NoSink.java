package io.jssekeeper.record;

/** Takes nothing. */
final class NoSink implements Sink {
  @Override
  public void accept(HandshakeRecord record) {}

  @Override
  public String toString() {
    return "nowhere";
  }
}

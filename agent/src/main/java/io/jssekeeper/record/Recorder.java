package io.jssekeeper.record;

/**
 * Makes one record of each handshake, and hands it on. Thread-safe.
 *
 * <p>A handshake is named by an object that lives as long as it does; nothing of it is held.
 */
public final class Recorder {
  private final Underway underway = new Underway();
  private final Sink sink;

  public Recorder(Sink sink) {
    this.sink = sink;
  }

  public void began(Object handshake) {
    underway.begin(handshake, System.nanoTime());
  }

  /** Notes why it will have been full, if it turns out to be. */
  public void noteIfFull(Object handshake, Reason reason) {
    Underway.Begun begun = underway.get(handshake);
    (begun == null ? underway.join(handshake) : begun).ifFull = reason;
  }

  public void resumed(Object handshake, Draft draft) {
    end(handshake, draft, Result.RESUMED);
  }

  public void full(Object handshake, Draft draft) {
    end(handshake, draft, Result.FULL);
  }

  public void failed(Object handshake, Draft draft) {
    end(handshake, draft, Result.FAILED);
  }

  private void end(Object handshake, Draft draft, Result result) {
    Underway.Begun begun = underway.end(handshake);
    long took = begun == null || !begun.seen ? -1 : System.nanoTime() - begun.nanos;
    Reason reason = result == Result.FULL ? reason(begun) : null;
    sink.accept(new HandshakeRecord(draft, result, reason, System.currentTimeMillis(), took));
  }

  private static Reason reason(Underway.Begun begun) {
    Reason noted = begun == null ? null : begun.ifFull;
    return noted == null ? Reason.UNKNOWN : noted;
  }
}

package io.jssekeeper.record;

/** A handshake that has just failed, as far as it was observed. Immutable. */
public final class EndedHandshake {
  private final long waitedNanos;
  private final boolean interrupted;

  public EndedHandshake(long waitedNanos, boolean interrupted) {
    this.waitedNanos = waitedNanos;
    this.interrupted = interrupted;
  }

  /** How long it was in progress; 0 if its beginning was not seen. */
  public long waitedNanos() {
    return waitedNanos;
  }

  /** Whether a read or write of it {@linkplain Recorder#interrupted was interrupted}. */
  public boolean wasInterrupted() {
    return interrupted;
  }
}

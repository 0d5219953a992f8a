package io.jssekeeper.sink;

/** A session that left a cache. Immutable. */
public final class RemovedSession {
  final long removedAtMillis;
  final String side;
  final int context;
  final String cause;
  final byte[] id;
  final String peer;
  final long ageNanos;

  /**
   * @param removedAtMillis milliseconds since the epoch
   * @param id is shown as its hash only; null if the collector took the session
   * @param peer null if it has none
   */
  public RemovedSession(
      long removedAtMillis,
      String side,
      int context,
      String cause,
      byte[] id,
      String peer,
      long ageNanos) {
    this.removedAtMillis = removedAtMillis;
    this.side = side;
    this.context = context;
    this.cause = cause;
    this.id = id;
    this.peer = peer;
    this.ageNanos = ageNanos;
  }
}

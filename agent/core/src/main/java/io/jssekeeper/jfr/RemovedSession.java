package io.jssekeeper.jfr;

import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;

/** A session that left a cache. Immutable once published. */
final class RemovedSession {
  final int context;
  final Side side;

  /** Milliseconds since the epoch. */
  final long removedAtMillis = System.currentTimeMillis();

  RemovalCause cause;
  long ageNanos;

  /** Shown only as its hash; null if the collector cleared the session. */
  byte[] id;

  /** Null if it has none. */
  String peer;

  RemovedSession(int context, Side side) {
    this.context = context;
    this.side = side;
  }
}

package io.jssekeeper.record;

import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;

/** What meters tell handshakes apart by: few values each, and none of peers or sessions. */
public final class HandshakeTags {
  private static final String NONE = "none";

  private HandshakeTags() {}

  /** Names, each followed by its value, always the same names in the same order. */
  public static String[] of(HandshakeRecord record) {
    return new String[] {
      "side",
      record.side().word(),
      "result",
      record.result().word(),
      "protocol",
      record.protocol() == null ? NONE : record.protocol(),
      "reason",
      record.reason() == null ? NONE : record.reason().word(),
      "failure",
      record.failure() == null ? NONE : record.failure().word(),
      "authenticated",
      authenticated(record)
    };
  }

  /** Of clients that a server has let in. */
  private static String authenticated(HandshakeRecord record) {
    return record.side() == Side.CLIENT || record.result() == Result.FAILED
        ? NONE
        : record.isAuthenticated() ? "yes" : "no";
  }
}

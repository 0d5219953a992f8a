package io.jssekeeper.log;

import io.jssekeeper.core.Notices;

/** Says that a log feeds itself, and what is done about it. */
public final class EchoNotice implements EchoGate.Notice {
  @Override
  public void echo(String peer) {
    Notices.print(
        "the application's log sends each record over a new TLS connection to "
            + peer
            + ", whose handshake causes the next record: handshakes with that peer are no longer logged,"
            + " but for a few every 30 s, later every 1 h, that show whether this goes on; JMX, JFR and"
            + " metrics show them all; handshakes with others are logged as before");
  }
}

package io.jssekeeper.log;

import io.jssekeeper.core.Notices;

/** Reports that a log feeds itself, and what the keeper does about it. */
public final class EchoNotice implements EchoGate.Notice {
  @Override
  public void echo(String peer) {
    Notices.print(
        "the application's log sends each record over a new TLS connection to "
            + peer
            + ", whose handshake causes the next record: handshakes with that peer are no longer"
            + " logged, except for a few every 30 s, later every 1 h, to see whether this"
            + " continues; JMX, JFR and metrics show them all; handshakes with other peers are"
            + " logged as before");
  }
}

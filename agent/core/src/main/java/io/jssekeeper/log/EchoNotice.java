package io.jssekeeper.log;

import io.jssekeeper.core.Notices;

/** Says that a log feeds itself, and what is done about it. */
public final class EchoNotice implements EchoGate.Notice {
  @Override
  public void echo(String peer) {
    Notices.say(
        "the application's log sends each record by way of a new TLS connection to "
            + peer
            + ", whose own record brought the next: handshakes with that peer are logged no more,"
            + " JMX and JFR show them, and all others are logged as before");
  }
}

package io.jssekeeper.selfcheck;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** Two engines connected in memory. For one thread. */
final class LoopbackConnection {
  private static final int MAX_TURNS = 100;

  /** An unencrypted record of application data: type, version, length, content. */
  private static final byte[] FORGED = new byte[5 + 64];

  static {
    FORGED[0] = 23;
    FORGED[1] = 3;
    FORGED[2] = 3;
    FORGED[4] = 64;
  }

  private final LoopbackPeer client;
  private final LoopbackPeer server;

  LoopbackConnection(SSLEngine client, SSLEngine server) throws SSLException {
    this.client = new LoopbackPeer(client, true);
    this.server = new LoopbackPeer(server, false);
  }

  /**
   * Handshakes, and lets each side receive from the other: by then tickets have arrived too.
   *
   * @param inTime whether to continue
   */
  void open(BooleanSupplier inTime) throws SSLException {
    client.engine().beginHandshake();
    server.engine().beginHandshake();
    for (int turns = 0; !(client.hasHeard() && server.hasHeard()); turns++) {
      if (turns == MAX_TURNS || !inTime.getAsBoolean()) {
        throw new SSLException("the handshake did not complete");
      }
      client.turn(server.sent());
      server.turn(client.sent());
    }
  }

  /** The client's session. */
  SSLSession session() {
    return client.engine().getSession();
  }

  /**
   * The client closes during its handshake, and the server is told that its input has ended.
   * Returns whether that aborted its handshake.
   */
  boolean giveUp() throws SSLException {
    client.engine().beginHandshake();
    client.turn(server.sent());
    server.turn(client.sent());
    client.engine().closeOutbound();
    try {
      server.engine().closeInbound();
      return false;
    } catch (SSLException asWanted) {
      return true;
    }
  }

  /**
   * Makes the server read a record that it cannot decrypt. Returns whether that ended the
   * connection.
   */
  boolean breakOff() {
    try {
      server.turn(ByteBuffer.allocate(FORGED.length).put(FORGED));
      return false;
    } catch (SSLException asWanted) {
      return true;
    }
  }
}

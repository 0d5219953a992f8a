package io.jssekeeper.record;

import io.jssekeeper.model.Side;

/** Whose handshake it is, as known when it begins: enough for a record of one that is dropped. */
public final class HandshakeOrigin {
  private final Side side;
  private final String host;
  private final int port;

  /**
   * @param peerHost null if not known
   * @param peerPort -1 if not known
   */
  public HandshakeOrigin(Side side, String peerHost, int peerPort) {
    this.side = side;
    this.host = peerHost;
    this.port = peerPort;
  }

  Side side() {
    return side;
  }

  HandshakeDraft draft() {
    return new HandshakeDraft(side).peer(host, port);
  }
}

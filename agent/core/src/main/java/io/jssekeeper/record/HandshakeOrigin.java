package io.jssekeeper.record;

import io.jssekeeper.model.Side;

/** What is known of a handshake when it begins: enough for the record of a dropped one. */
public final class HandshakeOrigin {
  private final Side side;
  private final String peerHost;
  private final int peerPort;

  /**
   * @param peerHost null if not known
   * @param peerPort -1 if not known
   */
  public HandshakeOrigin(Side side, String peerHost, int peerPort) {
    this.side = side;
    this.peerHost = peerHost;
    this.peerPort = peerPort;
  }

  Side side() {
    return side;
  }

  HandshakeDraft draft() {
    return new HandshakeDraft(side).peer(peerHost, peerPort);
  }
}

package io.jssekeeper.record;

import io.jssekeeper.model.Peer;
import io.jssekeeper.model.Side;

/** What is known of a handshake when it begins: enough for the record of a dropped one. */
public final class HandshakeOrigin {
  private final Side side;
  private final Peer peer;

  public HandshakeOrigin(Side side, Peer peer) {
    this.side = side;
    this.peer = peer;
  }

  Side side() {
    return side;
  }

  HandshakeDraft draft() {
    return new HandshakeDraft(side).peer(peer);
  }
}

package io.jssekeeper.record;

import io.jssekeeper.model.Peer;
import io.jssekeeper.model.Side;

/** Whose handshake it is, as known when it begins: enough for a record of one that is dropped. */
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

package io.jssekeeper.bridge;

import io.jssekeeper.model.Peer;
import io.jssekeeper.model.SessionHash;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.HandshakeOrigin;
import sun.security.ssl.KeeperHandshakeView;

/** Reads a handshake's facts into the draft of its record. */
final class HandshakeReader {
  private HandshakeReader() {}

  /** What is known when it begins. */
  static HandshakeOrigin origin(KeeperHandshakeView facts) {
    return new HandshakeOrigin(side(facts), peer(facts));
  }

  private static Side side(KeeperHandshakeView facts) {
    return facts.isClient() ? Side.CLIENT : Side.SERVER;
  }

  private static Peer peer(KeeperHandshakeView facts) {
    return new Peer(facts.peerHost(), facts.peerPort());
  }

  static HandshakeDraft of(KeeperHandshakeView facts) {
    HandshakeDraft draft = new HandshakeDraft(side(facts));
    draft.negotiated(facts.protocol(), facts.cipher());
    draft.peer(peer(facts));
    draft.extensions(facts.serverName(), facts.applicationProtocol());
    draft.session(SessionHash.of(facts.sessionId()));
    draft.renegotiation(facts.isRenegotiation());
    return draft;
  }

  static HandshakeDraft ofResumed(KeeperHandshakeView facts, long ageMillis) {
    return of(facts).resumption(facts.isByTicket() ? "ticket" : "id", ageMillis);
  }
}

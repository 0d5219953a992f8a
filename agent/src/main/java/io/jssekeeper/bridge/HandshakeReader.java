package io.jssekeeper.bridge;

import io.jssekeeper.model.SessionHash;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.HandshakeOrigin;
import sun.security.ssl.KeeperHandshakeView;

/** Reads a handshake's values into the draft of its record. */
final class HandshakeReader {
  private HandshakeReader() {}

  /** What is known when it begins. */
  static HandshakeOrigin origin(KeeperHandshakeView view) {
    return new HandshakeOrigin(side(view), view.peerHost(), view.peerPort());
  }

  private static Side side(KeeperHandshakeView view) {
    return view.isClient() ? Side.CLIENT : Side.SERVER;
  }

  static HandshakeDraft of(KeeperHandshakeView view) {
    HandshakeDraft draft = new HandshakeDraft(side(view));
    draft.negotiated(view.protocol(), view.cipher());
    draft.peer(view.peerHost(), view.peerPort());
    draft.extensions(view.serverName(), view.applicationProtocol());
    draft.session(SessionHash.shownBytes(view.sessionId()));
    draft.renegotiation(view.isRenegotiation());
    draft.control(view.controlConnection());
    draft.authenticated(!view.isClient() && view.peerCertificates() != null);
    return draft;
  }

  static HandshakeDraft ofFull(KeeperHandshakeView view) {
    long now = System.currentTimeMillis();
    return of(view)
        .certificates(
            CertificateEnds.first(view.peerCertificates(), now),
            CertificateEnds.first(view.ownCertificates(), now));
  }

  static HandshakeDraft ofResumed(KeeperHandshakeView view, long ageMillis) {
    return of(view).resumption(view.isByTicket() ? "ticket" : "id", ageMillis);
  }
}

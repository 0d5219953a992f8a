package io.jssekeeper.bridge;

import io.jssekeeper.record.EndedHandshake;
import io.jssekeeper.record.HandshakeDraft;
import java.util.concurrent.TimeUnit;
import sun.security.ssl.KeeperClientOfferUndecided;
import sun.security.ssl.KeeperHandshakeView;

/** Sessions that were offered in handshakes that failed. Thread-safe. */
final class FailedOffers {
  /** An application that closes sooner has not waited, and has learnt nothing about its peer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SessionAges ages;

  FailedOffers(SessionAges ages) {
    this.ages = ages;
  }

  /** The record of a failed handshake, with the session that was to be resumed, if any. */
  HandshakeDraft draft(KeeperHandshakeView view) {
    if (!view.isClient() && view.isResumed()) {
      return HandshakeReader.ofResumed(view, ageMillis(view));
    }
    KeeperClientOfferUndecided offer = view.undecided();
    HandshakeDraft draft = HandshakeReader.of(view);
    if (offer == null) {
      return draft;
    }
    return draft.resumption(offer.isTicket() ? "ticket" : "id", ageMillis(view));
  }

  private long ageMillis(KeeperHandshakeView view) {
    return ages.millis(view.resumedSessionCreatedMillis());
  }

  /**
   * That handshake has failed. Its offer, and everything else stored for its peer, is not offered
   * again until a full handshake with the peer. If the application itself closed the connection,
   * and immediately, that says little: an engine's application may do so because its transport
   * broke.
   *
   * @param ended null if it was over already, which changes nothing
   */
  void failed(KeeperHandshakeView view, EndedHandshake ended) {
    KeeperClientOfferUndecided offer = ended == null ? null : view.undecided();
    if (offer != null) {
      boolean quick = ended.waitedNanos() < PATIENCE_NANOS;
      boolean ofHere = view.isClosedHere() && !ended.wasInterrupted() && quick;
      offer.failed(ended.waitedNanos(), !ofHere);
    }
  }
}

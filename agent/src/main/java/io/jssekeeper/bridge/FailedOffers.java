package io.jssekeeper.bridge;

import io.jssekeeper.record.HandshakeDraft;
import java.util.concurrent.TimeUnit;
import sun.security.ssl.KeeperClientOfferUndecided;
import sun.security.ssl.KeeperHandshakeView;

/** Sessions that were offered in handshakes that failed. Thread-safe. */
final class FailedOffers {
  /** An application that closes sooner has waited for nothing, and learnt nothing of its peer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SessionAges ages;

  FailedOffers(SessionAges ages) {
    this.ages = ages;
  }

  /** Of the record of a handshake that fails: with what was to be resumed, if anything was. */
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
   * That handshake has failed. What it has offered, and what else there is for its peer, is offered
   * no more until the peer was met in full. If the application has closed the connection itself,
   * and at once, that says little: an engine's may do so because its transport broke.
   *
   * @param waitedNanos for how long it was under way
   * @param interrupted whether a read has timed out
   */
  void failed(KeeperHandshakeView view, long waitedNanos, boolean interrupted) {
    boolean ofHere = view.isClosedHere() && !interrupted && waitedNanos < PATIENCE_NANOS;
    KeeperClientOfferUndecided offer = view.undecided();
    if (offer != null) {
      offer.failed(waitedNanos, !ofHere);
    }
  }
}

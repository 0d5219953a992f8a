package io.jssekeeper.bridge;

import io.jssekeeper.record.HandshakeDraft;
import java.util.concurrent.TimeUnit;
import sun.security.ssl.KeeperHandshakeView;
import sun.security.ssl.KeeperResumptionOffer;

/** Sessions that were offered by handshakes that came to nothing. Thread-safe. */
final class FailedOffers {
  /** An application that closes sooner has waited for nothing, and learnt nothing of its peer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final SessionAges ages;

  FailedOffers(SessionAges ages) {
    this.ages = ages;
  }

  /** Of the record of a handshake that fails: with what was to be resumed, if anything was. */
  HandshakeDraft draft(KeeperHandshakeView facts) {
    if (!facts.isClient() && facts.isResumed()) {
      return HandshakeReader.ofResumed(facts, ageMillis(facts));
    }
    KeeperResumptionOffer offer = facts.undecided();
    HandshakeDraft draft = HandshakeReader.of(facts);
    if (offer == null) {
      return draft;
    }
    boolean ticket = offer.kind() == KeeperResumptionOffer.Kind.TICKET;
    return draft.resumption(ticket ? "ticket" : "id", ageMillis(facts));
  }

  private long ageMillis(KeeperHandshakeView facts) {
    return ages.millis(facts.resumedSessionCreatedMillis());
  }

  /**
   * That handshake has failed. What it has offered, and what else there is for its peer, is offered
   * no more until the peer was met in full. If the application has closed the connection itself,
   * and at once, that says little: an engine's may do so because its transport broke.
   *
   * @param waitedNanos for how long it was under way
   * @param interrupted whether a read has timed out
   */
  void failed(KeeperHandshakeView facts, long waitedNanos, boolean interrupted) {
    boolean ofHere = facts.isClosedHere() && !interrupted && waitedNanos < PATIENCE_NANOS;
    KeeperResumptionOffer offer = facts.undecided();
    if (offer != null && offer.store() != null && offer.key() != null) {
      ContextStore store = (ContextStore) offer.store();
      store.store().peers().outcomes().cameToNothing((String) offer.key(), waitedNanos, !ofHere);
    }
  }
}

package io.jssekeeper.bridge;

import io.jssekeeper.record.Draft;
import java.util.concurrent.TimeUnit;
import sun.security.ssl.KeeperFacts;
import sun.security.ssl.KeeperOffer;

/** Sessions that were offered by handshakes that came to nothing. Thread-safe. */
final class VainOffers {
  /** An application that closes sooner has waited for nothing, and learnt nothing of its peer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Ages ages;

  VainOffers(Ages ages) {
    this.ages = ages;
  }

  /** Of the record of a handshake that fails: with what was to be resumed, if anything was. */
  Draft draft(KeeperFacts facts) {
    if (!facts.isClient() && facts.isResumed()) {
      return Drafts.ofResumed(facts, ageMillis(facts));
    }
    KeeperOffer offer = facts.undecided();
    Draft draft = Drafts.of(facts);
    if (offer == null) {
      return draft;
    }
    boolean ticket = offer.kind() == KeeperOffer.Kind.TICKET;
    return draft.resumption(ticket ? "ticket" : "id", ageMillis(facts));
  }

  private long ageMillis(KeeperFacts facts) {
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
  void failed(KeeperFacts facts, long waitedNanos, boolean interrupted) {
    boolean ofHere = facts.isClosedHere() && !interrupted && waitedNanos < PATIENCE_NANOS;
    KeeperOffer offer = facts.undecided();
    if (offer != null && offer.store() != null && offer.key() != null) {
      ContextStore store = (ContextStore) offer.store();
      store.store().peers().outcomes().cameToNothing((String) offer.key(), waitedNanos, !ofHere);
    }
  }
}

package io.jssekeeper.bridge;

import io.jssekeeper.model.SessionHash;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.Draft;
import io.jssekeeper.record.Origin;
import sun.security.ssl.KeeperFacts;

/** Reads a handshake's facts into the draft of its record. */
final class Drafts {
  private Drafts() {}

  /** What is known when it begins. */
  static Origin origin(KeeperFacts facts) {
    return new Origin(side(facts), facts.peerHost(), facts.peerPort());
  }

  private static Side side(KeeperFacts facts) {
    return facts.isClient() ? Side.CLIENT : Side.SERVER;
  }

  static Draft of(KeeperFacts facts) {
    Draft draft = new Draft(side(facts));
    draft.negotiated(facts.protocol(), facts.cipher());
    draft.peer(facts.peerHost(), facts.peerPort());
    draft.extensions(facts.serverName(), facts.applicationProtocol());
    draft.session(SessionHash.of(facts.sessionId()));
    draft.renegotiation(facts.isRenegotiation());
    return draft;
  }

  static Draft ofResumed(KeeperFacts facts, long ageMillis) {
    return of(facts).resumption(facts.isByTicket() ? "ticket" : "id", ageMillis);
  }
}

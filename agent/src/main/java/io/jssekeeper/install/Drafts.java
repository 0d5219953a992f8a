package io.jssekeeper.install;

import io.jssekeeper.record.Draft;
import io.jssekeeper.record.Origin;
import io.jssekeeper.record.SessionHash;
import io.jssekeeper.record.Side;
import sun.security.ssl.Keeper1Facts;

/** Reads a handshake's facts into the draft of its record. */
final class Drafts {
  private Drafts() {}

  /** What is known when it begins. */
  static Origin origin(Keeper1Facts facts) {
    return new Origin(side(facts), facts.peerHost(), facts.peerPort());
  }

  private static Side side(Keeper1Facts facts) {
    return facts.isClient() ? Side.CLIENT : Side.SERVER;
  }

  static Draft of(Keeper1Facts facts) {
    Draft draft = new Draft(side(facts));
    draft.negotiated(facts.protocol(), facts.cipher());
    draft.peer(facts.peerHost(), facts.peerPort());
    draft.extensions(facts.serverName(), facts.applicationProtocol());
    draft.session(SessionHash.of(facts.sessionId()));
    draft.renegotiation(facts.isRenegotiation());
    return draft;
  }

  static Draft ofResumed(Keeper1Facts facts, long ageMillis) {
    return of(facts).resumption(facts.isByTicket() ? "ticket" : "id", ageMillis);
  }
}

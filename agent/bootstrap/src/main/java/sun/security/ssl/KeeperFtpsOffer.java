package sun.security.ssl;

/** What a data connection's ClientHello may offer of a login's TLS 1.3 tickets. Of one thread. */
final class KeeperFtpsOffer {
  private final KeeperClientHelloInProgress hello;
  private final KeeperCacheById sessions;
  private final long nowMillis;

  /**
   * @param sessions in which the tickets are stored
   * @param nowMillis by {@code KeeperCallbacks.steadyMillis}
   */
  KeeperFtpsOffer(KeeperClientHelloInProgress hello, KeeperCacheById sessions, long nowMillis) {
    this.hello = hello;
    this.sessions = sessions;
    this.nowMillis = nowMillis;
  }

  /** Whether the ticket is good still, and JSSE's own rules allow its session. */
  boolean allows(KeeperFtpsTicket ticket) {
    return ticket.isGood(nowMillis)
        && !sessions.isOver(ticket.session)
        && hello.test(ticket.session);
  }

  /** Takes it out of the store, so that no other connection gets it, unless one has got it. */
  boolean takes(KeeperFtpsTicket ticket) {
    ticket.use();
    return sessions.store.takeOut(ticket.session.getSessionId()) != null;
  }

  /** Nothing is offered: for the record. */
  void lacks(KeeperNotResumedCause cause) {
    hello.lacks(cause);
  }
}

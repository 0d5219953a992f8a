package sun.security.ssl;

/**
 * The TLS 1.3 tickets of a login that a data connection's ClientHello may offer. For one thread.
 */
final class KeeperFtpsOffer {
  private final KeeperClientHelloInProgress hello;
  private final KeeperCacheById sessions;
  private final long nowMillis;

  /**
   * @param sessions the cache in which the tickets are stored
   * @param nowMillis by {@code KeeperCallbacks.steadyMillis}
   */
  KeeperFtpsOffer(KeeperClientHelloInProgress hello, KeeperCacheById sessions, long nowMillis) {
    this.hello = hello;
    this.sessions = sessions;
    this.nowMillis = nowMillis;
  }

  /** Whether the ticket is still valid, and JSSE's own rules allow its session. */
  boolean allows(KeeperFtpsTicket ticket) {
    return ticket.isGood(nowMillis)
        && !sessions.isOver(ticket.session)
        && hello.test(ticket.session);
  }

  /** Removes it from the store, so that no other connection gets it, unless one already has. */
  boolean takes(KeeperFtpsTicket ticket) {
    ticket.use();
    return sessions.store.takeOut(ticket.session.getSessionId()) != null;
  }

  /** Nothing is offered: noted for the record. */
  void lacks(KeeperNotResumedCause cause) {
    hello.lacks(cause);
  }
}

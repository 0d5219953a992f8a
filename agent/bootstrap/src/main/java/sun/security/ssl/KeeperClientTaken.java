package sun.security.ssl;

/** The session that a client's look-up took for one connection. Immutable. */
public final class KeeperClientTaken {
  private final Object session;
  private final KeeperClientTicket ticket;

  /**
   * @param ticket null if other connections may resume the session too
   */
  public KeeperClientTaken(Object session, KeeperClientTicket ticket) {
    this.session = session;
    this.ticket = ticket;
  }

  SSLSessionImpl session() {
    return (SSLSessionImpl) session;
  }

  /** Null if other connections may resume the session too. */
  KeeperClientTicket ticket() {
    return ticket;
  }
}

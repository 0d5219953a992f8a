package sun.security.ssl;

/**
 * A TLS 1.3 ticket taken for one client connection, until its fate is known. Implemented by the
 * agent. Thread-safe.
 */
public interface KeeperClientTicket {
  /**
   * It may be used again.
   *
   * @param used whether JSSE has removed it as used, although it was not sent
   */
  void giveBack(Object session, boolean used);

  /** The server did not accept it. */
  void declined();
}

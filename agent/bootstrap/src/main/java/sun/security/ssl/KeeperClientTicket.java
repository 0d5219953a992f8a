package sun.security.ssl;

/**
 * A TLS 1.3 ticket taken for one client connection, until its fate is known. Implemented by the
 * agent. Thread-safe.
 */
public interface KeeperClientTicket {
  /**
   * It is free again.
   *
   * @param used whether JSSE has removed it as used; but it did not leave this machine
   */
  void giveBack(Object session, boolean used);

  /** The server has not accepted it. */
  void declined();
}

package sun.security.ssl;

/** The TLS 1.3 tickets that clients have offered, until the server's answer is known. */
final class KeeperClientTicketSent {
  private KeeperClientTicketSent() {}

  static void note(ClientHandshakeContext client, KeeperClientTicket ticket) {
    KeeperCallbacks agent = KeeperSwitchboard.callbacks();
    if (agent != null) {
      agent.hold(client, ticket);
    }
  }

  /** A client's handshake is complete: the server has declined what was offered and not resumed. */
  static void completed(HandshakeContext client, KeeperCallbacks agent) {
    KeeperClientTicket offered = (KeeperClientTicket) agent.takeHeld(client);
    boolean isResumed = client.isResumption && client.resumingSession != null;
    if (offered != null && !isResumed) {
      offered.declined();
    }
  }
}

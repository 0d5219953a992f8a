package sun.security.ssl;

/** The TLS 1.3 tickets that clients have offered, until the server's answer is known. */
final class KeeperClientTicketSent {
  private static final KeeperNotes<KeeperClientTicket> SENT = new KeeperNotes<>();

  private KeeperClientTicketSent() {}

  static void note(ClientHandshakeContext client, KeeperClientTicket ticket) {
    SENT.put(client, ticket);
  }

  /** A client's handshake is complete: the server has declined what was offered and not resumed. */
  static void completed(HandshakeContext client) {
    KeeperClientTicket offered = SENT.take(client);
    boolean isResumed = client.isResumption && client.resumingSession != null;
    if (offered != null && !isResumed) {
      offered.declined();
    }
  }
}

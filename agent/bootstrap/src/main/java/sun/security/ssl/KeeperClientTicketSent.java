package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** The TLS 1.3 tickets that clients have offered, until the server's answer is known. */
final class KeeperClientTicketSent {
  private static final Map<HandshakeContext, KeeperClientTicket> SENT =
      Collections.synchronizedMap(new WeakHashMap<>());

  private KeeperClientTicketSent() {}

  static void note(ClientHandshakeContext client, KeeperClientTicket ticket) {
    SENT.put(client, ticket);
  }

  /** A client's handshake is complete: the server has declined what was offered and not resumed. */
  static void completed(HandshakeContext client) {
    KeeperClientTicket offered = SENT.remove(client);
    boolean isResumed = client.isResumption && client.resumingSession != null;
    if (offered != null && !isResumed) {
      offered.declined();
    }
  }
}

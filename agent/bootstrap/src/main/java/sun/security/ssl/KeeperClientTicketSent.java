package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** A TLS 1.3 ticket that a client has offered, until the server's answer is known. */
final class KeeperClientTicketSent {
  private static final Map<HandshakeContext, KeeperClientTicketSent> WAITING =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final KeeperCacheBackend store;
  private final Object claim;

  private KeeperClientTicketSent(KeeperCacheBackend store, Object claim) {
    this.store = store;
    this.claim = claim;
  }

  static void note(ClientHandshakeContext client, KeeperCacheBackend store, Object claim) {
    WAITING.put(client, new KeeperClientTicketSent(store, claim));
  }

  /**
   * A client's handshake is complete: what was offered and not resumed, the server has declined.
   */
  static void completed(HandshakeContext client) {
    KeeperClientTicketSent offered = WAITING.remove(client);
    boolean isResumed = client.isResumption && client.resumingSession != null;
    if (offered != null && !isResumed) {
      offered.store.declined(offered.claim);
    }
  }
}

package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** A TLS 1.3 ticket that a client has offered, until the server's answer is known. */
final class KeeperOffered {
  private static final Map<HandshakeContext, KeeperOffered> WAITING =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final KeeperStore store;
  private final Object claim;

  private KeeperOffered(KeeperStore store, Object claim) {
    this.store = store;
    this.claim = claim;
  }

  static void note(ClientHandshakeContext client, KeeperStore store, Object claim) {
    WAITING.put(client, new KeeperOffered(store, claim));
  }

  /**
   * A client's handshake is complete: what was offered and not resumed, the server has declined.
   */
  static void completed(HandshakeContext client) {
    KeeperOffered offered = WAITING.remove(client);
    boolean isResumed = client.isResumption && client.resumingSession != null;
    if (offered != null && !isResumed) {
      offered.store.declined(offered.claim);
    }
  }
}

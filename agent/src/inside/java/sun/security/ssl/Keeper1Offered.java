package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** A TLS 1.3 ticket that a client has offered, until the server's answer is known. */
final class Keeper1Offered {
  private static final Map<HandshakeContext, Keeper1Offered> WAITING =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Keeper1Store store;
  private final Object claim;

  private Keeper1Offered(Keeper1Store store, Object claim) {
    this.store = store;
    this.claim = claim;
  }

  static void note(ClientHandshakeContext client, Keeper1Store store, Object claim) {
    WAITING.put(client, new Keeper1Offered(store, claim));
  }

  /**
   * A client's handshake is complete: what was offered and not resumed, the server has declined.
   */
  static void completed(HandshakeContext client) {
    Keeper1Offered offered = WAITING.remove(client);
    boolean isResumed = client.isResumption && client.resumingSession != null;
    if (offered != null && !isResumed) {
      offered.store.declined(offered.claim);
    }
  }
}

package sun.security.ssl;

/** A session that a client has offered and the server has not declined yet. Immutable. */
public final class KeeperClientOfferUndecided {
  private final KeeperResumptionOffer.Kind kind;
  private final KeeperCacheBackend store;
  private final String peer;

  KeeperClientOfferUndecided(
      KeeperResumptionOffer.Kind kind, KeeperCacheBackend store, String peer) {
    this.kind = kind;
    this.store = store;
    this.peer = peer;
  }

  public boolean isTicket() {
    return kind == KeeperResumptionOffer.Kind.TICKET;
  }

  /**
   * The handshake has failed.
   *
   * @param agoNanos how long it had been in progress
   * @param byPeer false if this side closed it
   */
  public void failed(long agoNanos, boolean byPeer) {
    if (store != null && peer != null) {
      store.offerFailed(peer, agoNanos, byPeer);
    }
  }
}

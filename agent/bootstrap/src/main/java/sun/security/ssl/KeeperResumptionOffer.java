package sun.security.ssl;

/** What a client offers to resume, as plain values. Immutable. */
public final class KeeperResumptionOffer {
  /** What the offer consists of. */
  public enum Kind {
    NOTHING,
    ID,
    TICKET
  }

  private final Kind kind;
  private final KeeperCacheBackend store;
  private final Object key;
  private final KeeperNotResumedCause obstacle;

  KeeperResumptionOffer(
      Kind kind, KeeperCacheBackend store, Object key, KeeperNotResumedCause obstacle) {
    this.kind = kind;
    this.store = store;
    this.key = key;
    this.obstacle = obstacle;
  }

  public Kind kind() {
    return kind;
  }

  /** The context's store, or null if it is not ours. */
  public KeeperCacheBackend store() {
    return store;
  }

  /** What is looked for: the peer (client), the session id (server); null if nothing is. */
  public Object key() {
    return key;
  }

  /**
   * What stands in the way, as far as that is known already: of a client's offering a session that
   * it has, of a server's looking at what it is offered; null if nothing does.
   */
  public KeeperNotResumedCause obstacle() {
    return obstacle;
  }
}

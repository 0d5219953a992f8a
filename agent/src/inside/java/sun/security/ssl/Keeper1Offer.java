package sun.security.ssl;

/** What a client offers to resume, as plain values. Immutable. */
public final class Keeper1Offer {
  /** What the offer consists of. */
  public enum Kind {
    NOTHING,
    ID,
    TICKET
  }

  private final Kind kind;
  private final Keeper1Store store;
  private final Object key;
  private final Keeper1Obstacle obstacle;

  Keeper1Offer(Kind kind, Keeper1Store store, Object key, Keeper1Obstacle obstacle) {
    this.kind = kind;
    this.store = store;
    this.key = key;
    this.obstacle = obstacle;
  }

  public Kind kind() {
    return kind;
  }

  /** The context's store, or null if it is not ours. */
  public Keeper1Store store() {
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
  public Keeper1Obstacle obstacle() {
    return obstacle;
  }
}

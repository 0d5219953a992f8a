package sun.security.ssl;

/** What a client offers to resume, as plain values. */
public final class Keeper1Offer {
  /** What the offer consists of. */
  public enum Kind {
    NOTHING,
    ID,
    TICKET
  }

  private final Kind kind;
  private final boolean found;
  private final Keeper1Store store;
  private final Object key;

  Keeper1Offer(Kind kind, boolean found, Keeper1Store store, Object key) {
    this.kind = kind;
    this.found = found;
    this.store = store;
    this.key = key;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether the store had a session for it. */
  public boolean isFound() {
    return found;
  }

  /** The context's store, or null if it is not ours. */
  public Keeper1Store store() {
    return store;
  }

  /** What was looked for: the peer (client), the session id (server); null if nothing was. */
  public Object key() {
    return key;
  }
}

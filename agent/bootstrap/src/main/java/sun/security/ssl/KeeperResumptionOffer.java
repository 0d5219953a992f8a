package sun.security.ssl;

/** What a client offers to resume. Immutable. */
public final class KeeperResumptionOffer {
  /** What the offer consists of. */
  public enum Kind {
    NOTHING,
    ID,
    TICKET
  }

  private final Kind kind;
  private final KeeperNotResumedCause obstacle;

  KeeperResumptionOffer(Kind kind, KeeperNotResumedCause obstacle) {
    this.kind = kind;
    this.obstacle = obstacle;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * What prevents resumption, as far as it is already known: what keeps a client from offering a
   * session, or a server from looking at the offer; null if nothing is known to.
   */
  public KeeperNotResumedCause obstacle() {
    return obstacle;
  }
}

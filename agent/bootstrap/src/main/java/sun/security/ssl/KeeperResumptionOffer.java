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
   * What stands in the way, as far as that is known already: of a client's offering a session, of a
   * server's looking at what it is offered; null if nothing is known to.
   */
  public KeeperNotResumedCause obstacle() {
    return obstacle;
  }
}

package io.jssekeeper.store;

/**
 * A ticket that was {@linkplain PeerIndex#take taken}, until its fate is known. Does not hold the
 * session. Thread-safe.
 *
 * @param <S> the type of a session
 */
public final class TakenTicket<S> {
  final Entry<S> entry;

  /** How many tickets had arrived when it was taken. */
  final int arrivals;

  /** How often its peer's sessions had been ended when it was taken. */
  final int endings;

  private final TicketReturns<S> returns;

  /** It is given back once: who takes the ticket next has one of their own. */
  boolean settled;

  TakenTicket(TicketReturns<S> returns, Entry<S> entry, int arrivals, int endings) {
    this.returns = returns;
    this.entry = entry;
    this.arrivals = arrivals;
    this.endings = endings;
  }

  /**
   * Puts it back to where it was, though it may have been removed since as if it had been used.
   * Does nothing if its time is over, or if it is back already; and it leaves if all of its peer
   * has been {@linkplain PeerIndex#end ended} meanwhile.
   *
   * @param session what was taken; must not have been invalidated
   * @return whether it is back
   */
  public boolean giveBack(S session) {
    return returns.giveBack(this, session);
  }

  /**
   * Puts it back after JSSE has refused to offer it, for a reason that the look-up did not ask for.
   * What had arrived by then is doubtful, since it may be refused as well; this one is used last of
   * all, and leaves if it is refused once more. So it stands in the way of no other, nor does it
   * push one out.
   *
   * @return whether it is back
   */
  public boolean giveBackUnfit(S session) {
    return returns.giveBackUnfit(this, session);
  }

  /** The peer has declined it, and so may decline all that came before it was taken. */
  public void declined() {
    returns.declined(this);
  }
}

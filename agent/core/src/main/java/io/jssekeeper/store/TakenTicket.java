package io.jssekeeper.store;

/**
 * A ticket that was {@linkplain PeerIndex#take taken}, to be named again when its fate is known.
 * Does not hold the session.
 *
 * @param <S> the type of a session
 */
public final class TakenTicket<S> {
  final Entry<S> entry;
  final int arrivals;
  final int endings;

  /** A claim gives back once: each taker of the ticket has its own. */
  boolean settled;

  TakenTicket(Entry<S> entry, int arrivals, int endings) {
    this.entry = entry;
    this.arrivals = arrivals;
    this.endings = endings;
  }
}

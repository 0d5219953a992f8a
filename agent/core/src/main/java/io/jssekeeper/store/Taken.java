package io.jssekeeper.store;

/**
 * What a look-up by peer has {@linkplain PeerIndex#take taken} for one connection.
 *
 * @param <S> the type of a session
 */
public final class Taken<S> {
  private final S session;
  private final TakenTicket<S> ticket;

  Taken(S session, TakenTicket<S> ticket) {
    this.session = session;
    this.ticket = ticket;
  }

  public S session() {
    return session;
  }

  /** Null if the session is reusable, and so may be taken by others too. */
  public TakenTicket<S> ticket() {
    return ticket;
  }
}

package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a client can resume with one peer: unused tickets in order of arrival, and at most one
 * reusable session.
 *
 * <p>Tickets that arrived before the peer declined one are doubtful: its keys may have changed
 * since. So are those that arrived before one failed, or JSSE refused one. They stay, and are used
 * last; a refused one very last. Guarded by the store's lock, except for {@link #onlyReusable},
 * which is read without it.
 */
final class PeerPool<S> {
  private static final int GOOD = 0;
  private static final int DOUBTFUL = 1;
  private static final int REFUSED = 2;

  private final ArrayList<Entry<S>> tickets = new ArrayList<>(2);
  private Entry<S> reusable;
  private volatile Entry<S> onlyReusable;
  private boolean doubts;
  private int doubtfulUpTo;

  Entry<S> reusable() {
    return reusable;
  }

  /** The reusable session if there is nothing else, else null. */
  Entry<S> onlyReusable() {
    return onlyReusable;
  }

  boolean isEmpty() {
    return tickets.isEmpty() && reusable == null;
  }

  int tickets() {
    return tickets.size();
  }

  /** Allocates memory for one more ticket, so that adding it needs none. */
  void reserve() {
    tickets.ensureCapacity(tickets.size() + 1);
  }

  /** Adds an unused ticket, according to its arrival. */
  void add(Entry<S> ticket) {
    ticket.taken = false;
    int place = tickets.size();
    while (place > 0 && tickets.get(place - 1).arrival - ticket.arrival > 0) {
      place--;
    }
    tickets.add(place, ticket);
    changed();
  }

  /** As if a stored ticket had arrived at that time. Allocates nothing. */
  void standAt(int arrival, Entry<S> ticket) {
    tickets.remove(ticket);
    ticket.arrival = arrival;
    add(ticket);
  }

  Entry<S> oldestTicket() {
    return tickets.isEmpty() ? null : tickets.get(0);
  }

  /** Something was wrong with a ticket: those that arrived until then are doubtful. */
  void doubt(int arrivedUpTo) {
    if (!doubts || arrivedUpTo - doubtfulUpTo > 0) {
      doubts = true;
      doubtfulUpTo = arrivedUpTo;
    }
  }

  private boolean isDoubtful(Entry<S> ticket) {
    return doubts && ticket.arrival - doubtfulUpTo <= 0;
  }

  /** The tickets that are doubtful, copied. */
  List<Entry<S>> doubtful() {
    List<Entry<S>> doubtful = new ArrayList<>();
    for (Entry<S> ticket : tickets) {
      if (isDoubtful(ticket)) {
        doubtful.add(ticket);
      }
    }
    return doubtful;
  }

  /**
   * The next to resume: the oldest ticket, else the reusable session, else the oldest doubtful
   * ticket, else the oldest refused one, among those that fit; null if there is none.
   */
  Entry<S> next(Predicate<? super S> fits) {
    Entry<S> ticket = firstTicket(GOOD, fits);
    if (ticket == null && reusable != null && fits(reusable, fits)) {
      return reusable;
    }
    for (int rank = DOUBTFUL; ticket == null && rank <= REFUSED; rank++) {
      ticket = firstTicket(rank, fits);
    }
    return ticket;
  }

  private Entry<S> firstTicket(int rank, Predicate<? super S> fits) {
    for (int i = 0; i < tickets.size(); i++) { // no iterator: every look-up comes here
      Entry<S> ticket = tickets.get(i);
      if (rank(ticket) == rank && fits(ticket, fits)) {
        return ticket;
      }
    }
    return null;
  }

  private int rank(Entry<S> ticket) {
    return ticket.refused ? REFUSED : isDoubtful(ticket) ? DOUBTFUL : GOOD;
  }

  /** Whether it is a ticket that may go behind others. */
  boolean isOneOfSeveral(Entry<S> next) {
    return next != reusable && tickets.size() > 1 && rank(next) == GOOD;
  }

  /** One that the collector has cleared fits, so that it is noticed. */
  private boolean fits(Entry<S> entry, Predicate<? super S> fits) {
    S session = entry.session();
    return session == null || fits.test(session);
  }

  /** A ticket that is handed out is not for other connections; a reusable session stays. */
  void handOut(Entry<S> next) {
    if (next != reusable) {
      tickets.remove(next);
      next.taken = true;
      changed();
    }
  }

  /** Makes the session the reusable one; returns the previous one, or null. */
  Entry<S> setReusable(Entry<S> entry) {
    Entry<S> superseded = reusable == entry ? null : reusable;
    reusable = entry;
    changed();
    return superseded;
  }

  void remove(Entry<S> entry) {
    if (reusable == entry) {
      reusable = null;
    } else {
      tickets.remove(entry);
    }
    changed();
  }

  /** All entries, copied. */
  List<Entry<S>> entries() {
    List<Entry<S>> all = new ArrayList<>(tickets);
    if (reusable != null) {
      all.add(reusable);
    }
    return all;
  }

  /** How many unused tickets have not been counted before; they are counted now. */
  int countTickets() {
    int counted = 0;
    for (int i = 0; i < tickets.size(); i++) { // as above
      Entry<S> ticket = tickets.get(i);
      counted += ticket.counted ? 0 : 1;
      ticket.counted = true;
    }
    return counted;
  }

  private void changed() {
    onlyReusable = tickets.isEmpty() ? reusable : null;
  }
}

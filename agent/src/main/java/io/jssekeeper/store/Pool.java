package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a client can resume with one peer: unused tickets in the order of their arrival, and at most
 * one reusable session.
 *
 * <p>Tickets that came before the peer declined one are doubtful: its keys may have changed since
 * then. They stay, and are used last. Guarded by the store's lock, but for {@link #onlyReusable},
 * which is read without it.
 */
final class Pool<S> {
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

  /** Takes the memory for one more ticket, so that to add it takes none. */
  void reserve() {
    tickets.ensureCapacity(tickets.size() + 1);
  }

  /** Adds an unused ticket, where its arrival puts it. */
  void add(Entry<S> ticket) {
    ticket.taken = false;
    int place = tickets.size();
    while (place > 0 && tickets.get(place - 1).arrival - ticket.arrival > 0) {
      place--;
    }
    tickets.add(place, ticket);
    changed();
  }

  Entry<S> oldestTicket() {
    return tickets.isEmpty() ? null : tickets.get(0);
  }

  /** The peer has declined a ticket: what arrived until then is doubtful. */
  void doubt(int arrivedUpTo) {
    if (!doubts || arrivedUpTo - doubtfulUpTo > 0) {
      doubts = true;
      doubtfulUpTo = arrivedUpTo;
    }
  }

  private boolean isDoubtful(Entry<S> ticket) {
    return doubts && ticket.arrival - doubtfulUpTo <= 0;
  }

  /**
   * What is to be resumed next: the oldest ticket, else the reusable session, else the oldest
   * doubtful ticket, of those that fit; null if there is none.
   */
  Entry<S> next(Predicate<? super S> fits) {
    Entry<S> ticket = firstTicket(false, fits);
    if (ticket != null) {
      return ticket;
    }
    return reusable != null && fits(reusable, fits) ? reusable : firstTicket(true, fits);
  }

  private Entry<S> firstTicket(boolean doubtful, Predicate<? super S> fits) {
    for (Entry<S> ticket : tickets) {
      if (isDoubtful(ticket) == doubtful && fits(ticket, fits)) {
        return ticket;
      }
    }
    return null;
  }

  /** What the collector has emptied fits, so that it is noticed. */
  private boolean fits(Entry<S> entry, Predicate<? super S> fits) {
    S session = entry.session();
    return session == null || fits.test(session);
  }

  /** The next one is handed out: a ticket is not for anybody else then. */
  void handOut(Entry<S> next) {
    if (next != reusable) {
      tickets.remove(next);
      next.taken = true;
      changed();
    }
  }

  /** Makes the session the reusable one; the one before it is returned, or null. */
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

  /** All that is in, copied. */
  List<Entry<S>> entries() {
    List<Entry<S>> all = new ArrayList<>(tickets);
    if (reusable != null) {
      all.add(reusable);
    }
    return all;
  }

  /** How many unused tickets have not been counted before; from now on they are. */
  int countTickets() {
    int counted = 0;
    for (Entry<S> ticket : tickets) {
      counted += ticket.counted ? 0 : 1;
      ticket.counted = true;
    }
    return counted;
  }

  private void changed() {
    onlyReusable = tickets.isEmpty() ? reusable : null;
  }
}

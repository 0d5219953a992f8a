package io.jssekeeper.store;

import java.util.ArrayDeque;

/**
 * What a client can resume with one peer: unused tickets, oldest first, and at most one reusable
 * session.
 *
 * <p>Guarded by the store's lock, but for {@link #reusable}, which is read without it.
 */
final class Pool<S> {
  private final ArrayDeque<Entry<S>> tickets = new ArrayDeque<>(2);
  private volatile Entry<S> reusable;

  /** The reusable session if it is what the peer gave last, else null. */
  Entry<S> reusable() {
    return reusable;
  }

  boolean isEmpty() {
    return tickets.isEmpty() && reusable == null;
  }

  int tickets() {
    return tickets.size();
  }

  /**
   * Adds a ticket. The reusable session is not what the peer gave last any more, and is returned,
   * or null.
   */
  Entry<S> addTicket(Entry<S> ticket) {
    Entry<S> superseded = reusable;
    reusable = null;
    tickets.addLast(ticket);
    return superseded;
  }

  /** Puts back a ticket that was taken and not used: it is used next. */
  void giveBack(Entry<S> ticket) {
    ticket.taken = false;
    tickets.addFirst(ticket);
  }

  Entry<S> oldestTicket() {
    return tickets.peekFirst();
  }

  /** What is to be resumed next: the reusable session, else the oldest ticket, else null. */
  Entry<S> next() {
    return reusable != null ? reusable : tickets.peekFirst();
  }

  /** The next one is handed out: a ticket is not for anybody else then. */
  void handOut(Entry<S> next) {
    if (next != reusable) {
      tickets.remove(next);
      next.taken = true;
    }
  }

  /** Makes the session the reusable one; the one before it is returned, or null. */
  Entry<S> setReusable(Entry<S> entry) {
    Entry<S> superseded = reusable == entry ? null : reusable;
    reusable = entry;
    return superseded;
  }

  void remove(Entry<S> entry) {
    if (reusable == entry) {
      reusable = null;
    } else {
      tickets.remove(entry);
    }
  }
}

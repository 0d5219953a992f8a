package sun.security.ssl;

import java.util.ArrayList;
import java.util.List;

/** The TLS 1.3 tickets of one control connection and of its data connections. Thread-safe. */
final class KeeperFtpsTickets {
  /** Beyond that the oldest go, those of data connections first. */
  private static final int MAX = 16;

  private final List<KeeperFtpsTicket> all = new ArrayList<>();

  synchronized void add(KeeperFtpsTicket ticket) {
    if (all.size() >= MAX) {
      all.remove(leastOfUse());
    }
    all.add(ticket);
  }

  synchronized void clear() {
    all.clear();
  }

  private int leastOfUse() {
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).ofControl) {
        return i;
      }
    }
    return 0;
  }

  private synchronized KeeperFtpsTicket[] copy() {
    return all.toArray(new KeeperFtpsTicket[0]);
  }

  /**
   * The ticket to offer next: unused ones of the control connection, oldest first, then those of
   * its data connections, then one of the control connection once more. Null if there is none, and
   * the ClientHello knows why.
   */
  KeeperFtpsTicket next(
      KeeperClientHelloInProgress hello, KeeperCacheById sessions, long nowMillis) {
    KeeperFtpsTicket[] tickets = copy();
    KeeperFtpsTicket next = unused(tickets, true, hello, sessions, nowMillis);
    if (next == null) {
      next = unused(tickets, false, hello, sessions, nowMillis);
    }
    if (next == null && KeeperFtps.repeatsTickets()) {
      next = latest(tickets, hello, sessions, nowMillis);
    }
    if (next == null) {
      hello.lacks(
          tickets.length == 0
              ? KeeperNotResumedCause.NOTHING_GIVEN
              : KeeperNotResumedCause.USED_ALL_GIVEN);
    }
    return next;
  }

  private static KeeperFtpsTicket unused(
      KeeperFtpsTicket[] tickets,
      boolean ofControl,
      KeeperClientHelloInProgress hello,
      KeeperCacheById sessions,
      long nowMillis) {
    for (KeeperFtpsTicket ticket : tickets) {
      boolean fits =
          ticket.ofControl == ofControl
              && !ticket.isUsed()
              && fits(ticket, hello, sessions, nowMillis);
      if (fits && takes(ticket, sessions)) {
        return ticket;
      }
    }
    return null;
  }

  /** Of the control connection if there is one: a server may know no other. */
  private static KeeperFtpsTicket latest(
      KeeperFtpsTicket[] tickets,
      KeeperClientHelloInProgress hello,
      KeeperCacheById sessions,
      long nowMillis) {
    KeeperFtpsTicket latest = null;
    for (KeeperFtpsTicket ticket : tickets) {
      boolean isBetter = latest == null || ticket.ofControl || !latest.ofControl;
      if (isBetter && fits(ticket, hello, sessions, nowMillis)) {
        latest = ticket;
      }
    }
    return latest;
  }

  private static boolean fits(
      KeeperFtpsTicket ticket,
      KeeperClientHelloInProgress hello,
      KeeperCacheById sessions,
      long nowMillis) {
    return ticket.isGood(nowMillis)
        && !sessions.isOver(ticket.session)
        && hello.test(ticket.session);
  }

  /** Takes it out of the store, so that no other connection gets it, unless one has got it. */
  private static boolean takes(KeeperFtpsTicket ticket, KeeperCacheById sessions) {
    ticket.use();
    return sessions.store.takeOut(ticket.session.getSessionId()) != null;
  }
}

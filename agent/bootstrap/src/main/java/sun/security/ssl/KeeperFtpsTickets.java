package sun.security.ssl;

import java.util.ArrayList;
import java.util.List;

/** The TLS 1.3 tickets of one control connection and of its data connections. Thread-safe. */
final class KeeperFtpsTickets {
  /** Beyond that the oldest are dropped, those of data connections first. */
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
   * its data connections, then one of the control connection again. Null if there is none; the
   * ClientHello then knows why.
   */
  KeeperFtpsTicket next(KeeperFtpsOffer offer) {
    KeeperFtpsTicket[] tickets = copy();
    KeeperFtpsTicket next = unused(tickets, true, offer);
    if (next == null) {
      next = unused(tickets, false, offer);
    }
    if (next == null && KeeperFtps.repeatsTickets()) {
      next = latest(tickets, offer);
    }
    if (next == null) {
      offer.lacks(
          tickets.length == 0
              ? KeeperNotResumedCause.NOTHING_GIVEN
              : KeeperNotResumedCause.USED_ALL_GIVEN);
    }
    return next;
  }

  private static KeeperFtpsTicket unused(
      KeeperFtpsTicket[] tickets, boolean ofControl, KeeperFtpsOffer offer) {
    for (KeeperFtpsTicket ticket : tickets) {
      boolean fits = ticket.ofControl == ofControl && !ticket.isUsed() && offer.allows(ticket);
      if (fits && offer.takes(ticket)) {
        return ticket;
      }
    }
    return null;
  }

  /** Of the control connection if it has any: a server may not know others. */
  private static KeeperFtpsTicket latest(KeeperFtpsTicket[] tickets, KeeperFtpsOffer offer) {
    KeeperFtpsTicket latest = null;
    for (KeeperFtpsTicket ticket : tickets) {
      boolean isBetter = latest == null || ticket.ofControl || !latest.ofControl;
      if (isBetter && offer.allows(ticket)) {
        latest = ticket;
      }
    }
    return latest;
  }
}

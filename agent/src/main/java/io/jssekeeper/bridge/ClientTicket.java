package io.jssekeeper.bridge;

import io.jssekeeper.contexts.Protections;
import io.jssekeeper.model.Protection;
import io.jssekeeper.store.TakenTicket;
import sun.security.ssl.KeeperClientTicket;

/** A taken ticket as the bootstrap room sees it. */
final class ClientTicket implements KeeperClientTicket {
  private final TakenTicket<Object> ticket;
  private final Protections protections;

  ClientTicket(TakenTicket<Object> ticket, Protections protections) {
    this.ticket = ticket;
    this.protections = protections;
  }

  /** Using up a ticket for nothing is one of JSSE's ways to lose it. */
  @Override
  public void giveBack(Object session, boolean used) {
    if (!used) {
      ticket.giveBackUnfit(session);
    } else if (protections.protectsFrom(Protection.TICKETS) && ticket.giveBack(session)) {
      protections.prevented(Protection.TICKETS, 1);
    }
  }

  @Override
  public void declined() {
    ticket.declined();
  }
}

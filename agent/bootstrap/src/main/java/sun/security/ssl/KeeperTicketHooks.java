package sun.security.ssl;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLSessionContext;

/**
 * The static methods that woven code of {@code NewSessionTicket} and its consumers calls: how long
 * tickets live, and which sessions arrive with them.
 *
 * <p>Without an agent, or if {@code settings} is not in {@code keep}, they answer what JSSE would.
 */
public final class KeeperTicketHooks {
  private KeeperTicketHooks() {}

  /**
   * Instead of {@code SSLSessionContextImpl.getSessionTimeout()} where a server decides whether to
   * send a ticket, and with what lifetime: JSSE sends none beyond seven days, and a useless one
   * without a timeout.
   */
  public static int serverTicketLifetime(SSLSessionContext context) {
    return lifetime(context, true);
  }

  /** The same after the server has decided. */
  public static int serverSameTicketLifetime(SSLSessionContext context) {
    return lifetime(context, false);
  }

  /**
   * Instead of {@code SSLSessionContextImpl.getSessionTimeout()} where a client decides whether to
   * keep a ticket: JSSE drops all of them if its own timeout is beyond seven days.
   */
  public static int clientTicketLifetime(SSLSessionContext context) {
    int timeout = context.getSessionTimeout();
    return timeout == 0 ? timeout : lifetime(context, true);
  }

  /**
   * Instead of {@code SSLSessionImpl.getTicketCreationTime()} where a client states the age of a
   * ticket (RFC 8446 section 4.2.11.1), the difference between the wall clock and this: some
   * servers reject a ticket whose age is too far from what they expect.
   */
  public static long ticketMade(SSLSessionImpl session) {
    try {
      long created = KeeperFtpsTicket.made(session);
      KeeperCallbacks p = KeeperSwitchboard.callbacks();
      return p != null && KeeperProtection.CLOCK.isEnabled()
          ? System.currentTimeMillis() - p.ageMillis(created)
          : created;
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket age", t);
      return System.currentTimeMillis();
    }
  }

  /**
   * Exit of {@code SessionTicketExtension$T12CHSessionTicketConsumer.consume(ConnectionContext,
   * HandshakeMessage, ByteBuffer)}: a server looks up no session id of a client that supports
   * tickets, although it has sent an empty ticket where it could not seal the session, and keeps
   * that by its id. RFC 5077 section 3.4 permits the look-up.
   */
  public static void ticketLookedFor(
      ConnectionContext context, SSLHandshake.HandshakeMessage message) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      ServerHandshakeContext server = (ServerHandshakeContext) context;
      if (KeeperProtection.TICKETS.isEnabled()
          && KeeperServerCandidate.hasById(server, (ClientHello.ClientHelloMessage) message, p)) {
        KeeperJdkFeatures.lookAtIds(server);
        KeeperProtection.TICKETS.prevented();
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket looked for", t);
    }
  }

  /**
   * After the read of {@code SSLConfiguration.serverNewSessionTicketCount} in {@code
   * NewSessionTicket$T12NewSessionTicketProducer.produce}: its ServerHello has promised a ticket,
   * and clients wait for it (RFC 5077 section 3.3). The count is meant for TLS 1.3.
   */
  public static int promisedTickets(int jdks) {
    try {
      boolean breaks = KeeperSwitchboard.callbacks() != null && jdks == 0;
      return breaks && KeeperProtection.SETTINGS.isEnabled() ? 1 : jdks;
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("promised tickets", t);
      return jdks;
    }
  }

  /**
   * Instead of {@code SSLSessionImpl.isRejoinable()} in {@code
   * NewSessionTicket$T12NewSessionTicketProducer.produce}: its ServerHello has promised a ticket,
   * but the session has been invalidated since, for instance by a key manager or trust manager. An
   * empty ticket keeps the promise (RFC 5077 section 3.3).
   */
  public static boolean ticketOwed(SSLSessionImpl session, ConnectionContext context) {
    boolean hasAgent = KeeperSwitchboard.callbacks() != null;
    boolean isRejoinable = session.isRejoinable();
    if (isRejoinable || !hasAgent) {
      return isRejoinable;
    }
    try {
      return KeeperProtection.TICKETS.isEnabled()
          && KeeperJdkFeatures.sealsNothingMore((ServerHandshakeContext) context);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket owed", t);
      return false;
    }
  }

  private static int lifetime(SSLSessionContext context, boolean first) {
    int timeout = context.getSessionTimeout();
    try {
      if (KeeperSwitchboard.callbacks() != null && KeeperProtection.SETTINGS.isEnabled()) {
        int lifetime = KeeperTicketLifetime.ofTimeout(timeout);
        if (first && lifetime != timeout) {
          KeeperProtection.SETTINGS.prevented();
        }
        return lifetime;
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket lifetime", t);
    }
    return timeout;
  }

  /** Entry of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketArrived(ConnectionContext context, ByteBuffer message) {
    if (KeeperSwitchboard.callbacks() == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperTicketLifetimesReceived.arrived((HandshakeContext) context, message);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketConsumed() {
    if (KeeperSwitchboard.callbacks() == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperTicketLifetimesReceived.consumed();
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code SSLSessionImpl.<init>(HandshakeContext, ByteBuffer)}. */
  public static void restored(SSLSessionImpl session, HandshakeContext handshake) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      KeeperServerCandidate.restored(session, handshake, p);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("stateless ticket", t);
    }
  }
}

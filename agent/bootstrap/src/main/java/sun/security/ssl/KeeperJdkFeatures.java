package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import sun.security.util.Cache;

/** What this JDK declares, looked up once. */
final class KeeperJdkFeatures {
  private static final boolean STATELESS_TICKETS =
      declaresField(HandshakeContext.class, "statelessResumption")
          && declaresField(SSLExtension.class, "CH_SESSION_TICKET")
          && declaresMethod(SSLSessionImpl.class, "getPskIdentity");

  private static final MethodHandle QUEUED_PUT = queuedPut();

  private KeeperJdkFeatures() {}

  static boolean isByTls12Ticket(HandshakeContext handshake) {
    return STATELESS_TICKETS && KeeperTicketFeatures.isByTls12Ticket(handshake);
  }

  static boolean bringsTls12Ticket(ClientHello.ClientHelloMessage hello) {
    return STATELESS_TICKETS && KeeperTicketFeatures.bringsTicket(hello);
  }

  /** Whether that server would open an RFC 5077 ticket. */
  static boolean opensTickets(ServerHandshakeContext server) {
    return STATELESS_TICKETS && KeeperTicketFeatures.opensTickets(server);
  }

  /** Whether that server looks up no session id, because its client supports tickets. */
  static boolean looksAtTicketsOnly(ServerHandshakeContext server) {
    return STATELESS_TICKETS && KeeperTicketFeatures.looksAtTicketsOnly(server);
  }

  /** Makes that server continue as with a client that does not support tickets. */
  static void lookAtIds(ServerHandshakeContext server) {
    if (STATELESS_TICKETS) {
      KeeperTicketFeatures.lookAtIds(server);
    }
  }

  /** Makes that server send an empty ticket if it has promised one; returns whether it has. */
  static boolean sealsNothingMore(ServerHandshakeContext server) {
    boolean hasPromised = looksAtTicketsOnly(server) && opensTickets(server);
    if (hasPromised) {
      lookAtIds(server);
    }
    return hasPromised;
  }

  static byte[] ticket(SSLSessionImpl session) {
    return STATELESS_TICKETS ? KeeperTicketFeatures.ticket(session) : null;
  }

  static boolean hasTls12Ticket(SSLSessionImpl session) {
    return STATELESS_TICKETS && KeeperTicketFeatures.hasTicket(session);
  }

  /** As {@code SSLSessionContextImpl.isTimedout}, by the wall clock. */
  static boolean isTimedOut(SSLSession session, SSLSessionContext context) {
    long timeoutMillis = context.getSessionTimeout() * 1000L;
    return timeoutMillis > 0
        && session.getCreationTime() + timeoutMillis <= System.currentTimeMillis();
  }

  /** The key that {@code SSLSessionContextImpl.getKey(String, int)} makes for a peer. */
  static String peerKey(String host, int port) {
    return (host + ":" + port).toLowerCase(Locale.ENGLISH);
  }

  /**
   * {@code Cache.put(key, value, canQueue)} where it is declared, else {@code Cache.put(key,
   * value)}.
   */
  static <K> void put(Cache<K, SSLSessionImpl> cache, K key, SSLSessionImpl s, boolean canQueue) {
    if (QUEUED_PUT != null) {
      try {
        QUEUED_PUT.invokeExact((Cache<?, ?>) cache, (Object) key, (Object) s, canQueue);
        return;
      } catch (Throwable t) {
        KeeperSwitchboard.swallow("queued put", t);
      }
    }
    cache.put(key, s);
  }

  /**
   * Removes what the JDK's cache has for that peer. A queue hands out a ticket when asked
   * (JDK-8328608); without queues a ticket that stayed would be found there again after it was
   * used.
   */
  static SSLSessionImpl takeOut(Cache<String, SSLSessionImpl> peers, Object peer) {
    SSLSessionImpl session = peers.get(peer);
    boolean stays = session != null && QUEUED_PUT == null;
    if (stays && KeeperCacheMigration.isTicket(session) && peers.get(peer) == session) {
      peers.remove(peer);
    }
    return session;
  }

  /** Null without JDK-8328608: one session per peer. */
  private static MethodHandle queuedPut() {
    try {
      MethodType type =
          MethodType.methodType(void.class, Object.class, Object.class, boolean.class);
      return MethodHandles.lookup()
          .findVirtual(Cache.class, "put", type)
          .asType(type.insertParameterTypes(0, Cache.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  static boolean declaresField(Class<?> type, String name) {
    try {
      type.getDeclaredField(name);
      return true;
    } catch (NoSuchFieldException e) {
      return false;
    }
  }

  private static boolean declaresMethod(Class<?> type, String name) {
    try {
      type.getDeclaredMethod(name);
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}

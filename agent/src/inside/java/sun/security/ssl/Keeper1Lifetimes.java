package sun.security.ssl;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * How long servers let their tickets be used, from the NewSessionTicket message to the store.
 *
 * <p>In TLS 1.3 the ticket's session is made and stored while the message is consumed, by that
 * thread; in TLS 1.2 the handshake's own session gets the ticket, and is stored later.
 */
final class Keeper1Lifetimes {
  private static final ThreadLocal<Integer> BEING_CONSUMED = new ThreadLocal<>();
  private static final Map<SSLSessionImpl, Integer> TLS12 =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Keeper1Lifetimes() {}

  /** Notes the first field of a NewSessionTicket message, in RFC 5077 and in RFC 8446. */
  static void arrived(HandshakeContext handshake, ByteBuffer message) {
    int seconds = message.remaining() < Integer.BYTES ? 0 : message.getInt(message.position());
    if (seconds <= 0) {
      return; // JSSE discards such a ticket
    }
    SSLSessionImpl session = handshake.handshakeSession;
    boolean isTls13 = handshake.conContext.protocolVersion.useTLS13PlusSpec();
    if (isTls13 || session == null) {
      BEING_CONSUMED.set(seconds);
    } else {
      TLS12.put(session, seconds);
    }
  }

  static void consumed() {
    BEING_CONSUMED.remove();
  }

  /** Seconds from its arrival on for which that session's ticket may be used; 0 if not known. */
  static int take(SSLSessionImpl session) {
    boolean isTls13 = session.getProtocolVersion().useTLS13PlusSpec();
    Integer seconds = isTls13 ? BEING_CONSUMED.get() : TLS12.remove(session);
    return seconds == null ? 0 : seconds;
  }
}

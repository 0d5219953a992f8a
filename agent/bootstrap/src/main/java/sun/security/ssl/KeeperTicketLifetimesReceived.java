package sun.security.ssl;

import java.nio.ByteBuffer;

/**
 * The ticket lifetimes that servers set, carried from the NewSessionTicket message to the store.
 *
 * <p>In TLS 1.3 the ticket's session is created and stored while the message is consumed, by the
 * same thread; in TLS 1.2 the handshake's own session gets the ticket and is stored later. A
 * message that JSSE does not consume to its end (a truncated one) leaves its lifetime behind on the
 * thread, so a session takes it only if it is of that ticket: JSSE keeps the message's second field
 * in the session.
 */
final class KeeperTicketLifetimesReceived {
  private static final ThreadLocal<Note> BEING_CONSUMED = new ThreadLocal<>();
  private static final KeeperNotes<Integer> TLS12 = new KeeperNotes<>();

  private KeeperTicketLifetimesReceived() {}

  /** For a TLS 1.3 ticket. */
  private static final class Note {
    final int seconds;
    final int ageAdd;
    final TransportContext connection;

    Note(int seconds, int ageAdd, TransportContext connection) {
      this.connection = connection;
      this.seconds = seconds;
      this.ageAdd = ageAdd;
    }

    boolean isOf(SSLSessionImpl session) {
      return session.getPreSharedKey() != null && session.getTicketAgeAdd() == ageAdd;
    }
  }

  /**
   * Notes the first field of a NewSessionTicket message, in RFC 5077 and in RFC 8446; in the latter
   * the second one is {@code ticket_age_add}, a random number.
   */
  static void arrived(HandshakeContext handshake, ByteBuffer message) {
    boolean isTls13 = handshake.conContext.protocolVersion.useTLS13PlusSpec();
    if (isTls13) {
      BEING_CONSUMED.remove();
    }
    int seconds = message.remaining() < Integer.BYTES ? 0 : message.getInt(message.position());
    if (seconds <= 0) {
      return; // JSSE discards such a ticket
    }
    if (!isTls13) {
      if (handshake.handshakeSession != null) {
        TLS12.put(handshake.handshakeSession, seconds);
        KeeperFtps.keepTicket(handshake, message, seconds);
      }
    } else if (message.remaining() >= 2 * Integer.BYTES) {
      int ageAdd = message.getInt(message.position() + Integer.BYTES);
      BEING_CONSUMED.set(new Note(seconds, ageAdd, handshake.conContext));
    }
  }

  /** Tells the FTPS control connection about its ticket, or one of its data connections'. */
  static void tellControl(SSLSessionImpl session) {
    Note note = current();
    KeeperCallbacks callbacks = KeeperSwitchboard.callbacks();
    if (note != null && callbacks != null && note.isOf(session)) {
      KeeperFtpsControls.arrived(session, note.connection, note.seconds, callbacks.steadyMillis());
    }
  }

  static void consumed() {
    BEING_CONSUMED.remove();
  }

  /** For how many seconds from now that session's ticket may be used; 0 if unknown. */
  static int take(SSLSessionImpl session) {
    if (!session.getProtocolVersion().useTLS13PlusSpec()) {
      Integer seconds = TLS12.take(session);
      return seconds == null ? 0 : seconds;
    }
    Note note = current();
    return note == null || !note.isOf(session) ? 0 : note.seconds;
  }

  /** Of the message that this thread is consuming, or null. */
  private static Note current() {
    Note note = BEING_CONSUMED.get();
    if (note == null) {
      BEING_CONSUMED.remove(); // the question has left an entry with the thread
    }
    return note;
  }
}

package sun.security.ssl;

import java.lang.ref.WeakReference;
import java.util.function.Predicate;

/**
 * The ClientHello that this thread is producing, with the TLS 1.3 ticket taken for it.
 *
 * <p>JSSE produces a ClientHello in one go: it looks up what it might resume, checks it, consumes
 * the ticket's identity ({@code PreSharedKeyExtension}), and writes the bytes. A ticket goes back
 * to the pool if it was not used or its ClientHello was not sent, and never once the ClientHello
 * may have been sent.
 */
final class KeeperClientHelloInProgress implements Predicate<Object> {
  private static final ThreadLocal<KeeperClientHelloInProgress> MINE = new ThreadLocal<>();

  private final WeakReference<ClientHandshakeContext> client;
  private KeeperNotResumedCause obstacle;

  /** What the store has just found to be one that JSSE would offer, or null. */
  private SSLSessionImpl fitting;

  private SSLSessionImpl taken;
  private KeeperClientTicket ticket;

  private KeeperClientHelloInProgress(ClientHandshakeContext client) {
    this.client = new WeakReference<>(client);
  }

  static void begin(ClientHandshakeContext client) {
    KeeperClientHelloInProgress former = MINE.get();
    try {
      MINE.set(new KeeperClientHelloInProgress(client));
    } catch (OutOfMemoryError | StackOverflowError e) {
      MINE.remove(); // or the former one would answer for this one
      throw e;
    }
    if (former != null) {
      former.giveBackIfUnused();
    }
  }

  /** This thread's ClientHello, or null. */
  static KeeperClientHelloInProgress current() {
    KeeperClientHelloInProgress mine = MINE.get();
    if (mine == null) {
      MINE.remove(); // the question has left an entry with the thread
    }
    return mine;
  }

  /**
   * Whether this thread's ClientHello uses up the ticket it offers: {@code
   * PreSharedKeyExtension$CHPreSharedKeyProducer} has its identity, and drops its session.
   */
  static boolean isUsingTicketUp() {
    KeeperClientHelloInProgress mine = current();
    ClientHandshakeContext making = mine == null ? null : mine.client.get();
    return making != null && making.pskIdentity != null;
  }

  private static KeeperClientHelloInProgress leave() {
    KeeperClientHelloInProgress mine = MINE.get();
    MINE.remove();
    return mine;
  }

  /**
   * Whether JSSE would offer that session in this ClientHello, so that a session meant for other
   * connections to the same peer does not block it. Notes what rules out the first one.
   */
  @Override
  public boolean test(Object candidate) {
    ClientHandshakeContext asking = client.get();
    KeeperNotResumedCause against =
        asking == null ? null : KeeperClientRules.obstacle(asking, (SSLSessionImpl) candidate);
    if (obstacle == null) {
      obstacle = against;
    }
    fitting = against == null ? (SSLSessionImpl) candidate : null;
    return against == null;
  }

  /** Its owner; null once collected. */
  ClientHandshakeContext client() {
    return client.get();
  }

  /** Notes why there is nothing to offer, unless it is known what rules out a session. */
  void lacks(KeeperNotResumedCause why) {
    if (obstacle == null) {
      obstacle = why;
    }
  }

  /** Whether the application forbids the connection new sessions. */
  boolean needsSession() {
    ClientHandshakeContext asking = client.get();
    return asking != null && !asking.sslConfig.enableSessionCreation;
  }

  /** JSSE has looked up a session for it. If JSSE does not offer it, the session has ended. */
  void found(SSLSessionImpl session) {
    obstacle = null;
    boolean fits = session == fitting || test(session);
    fitting = null;
    if (fits) {
      obstacle = KeeperNotResumedCause.ENDED;
    }
  }

  /** Notes the ticket, if it is one, that the store handed out for it. */
  void took(KeeperClientTaken found) {
    if (found.ticket() != null) {
      ticket = found.ticket();
      taken = found.session();
    }
  }

  /**
   * It is complete, and was handed to the transport, unless that was closed: {@code
   * OutputRecord.encodeHandshake} then drops it silently. Returns what ruled out an existing
   * session for that peer; null if nothing did.
   */
  static KeeperNotResumedCause produced(ClientHandshakeContext client) {
    KeeperClientHelloInProgress mine = leave();
    if (mine != null && mine.taken != null) {
      mine.settle(client);
    }
    return mine == null ? null : mine.obstacle;
  }

  private void settle(ClientHandshakeContext making) {
    if (!isUsed()) {
      giveBackIfUnused();
    } else if (making.conContext.outputRecord.firstMessage) {
      restore(making);
    } else {
      KeeperClientTicketSent.note(making, ticket);
    }
  }

  /**
   * The connection fails. If this happens while the ClientHello is being produced, and {@linkplain
   * KeeperClientHelloUnsent certainly} nothing of it was sent, its ticket goes back.
   *
   * @return whether that connection's ClientHello is being produced: its peer has received nothing,
   *     or not all of it
   */
  static boolean failed(TransportContext connection, Throwable cause) {
    KeeperClientHelloInProgress mine = leave();
    if (mine == null) {
      return false;
    }
    ClientHandshakeContext making = mine.client.get();
    boolean isMine = making != null && making.conContext == connection;
    if (mine.taken == null) {
      return isMine;
    }
    if (!mine.isUsed()) {
      mine.giveBackIfUnused();
    } else if (isMine && KeeperClientHelloUnsent.isProven(making, cause)) {
      mine.restore(making);
    }
    return isMine;
  }

  /** If that can no longer be determined, it counts as used. */
  private boolean isUsed() {
    ClientHandshakeContext making = client.get();
    return making == null || making.pskIdentity != null;
  }

  private void giveBackIfUnused() {
    if (taken != null && !isUsed()) {
      ticket.giveBack(taken, false);
    }
  }

  /** Restores the ticket's identity, and removes the ticket from the handshake. */
  private void restore(ClientHandshakeContext making) {
    byte[] identity = making.pskIdentity;
    making.pskIdentity = null;
    taken.setPskIdentity(identity);
    if (taken.isRejoinable()) {
      ticket.giveBack(taken, true);
    }
  }
}

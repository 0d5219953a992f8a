package sun.security.ssl;

import java.util.Arrays;
import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume: in the server that is asked. */
final class Keeper1Asked {
  private static final Keeper1Offer NOTHING = offer(Keeper1Offer.Kind.NOTHING);
  private static final Keeper1Offer TICKET = offer(Keeper1Offer.Kind.TICKET);
  private static final Keeper1Offer SWITCHED_OFF = obstructed(Keeper1Obstacle.OFF);
  private static final Keeper1Offer OTHER_PROTOCOL = obstructed(Keeper1Obstacle.PROTOCOL);

  /** Where the bytes of the first identity begin in a {@code pre_shared_key} (RFC 8446 4.2.11). */
  private static final int FIRST_IDENTITY = 4;

  private Keeper1Asked() {}

  private static Keeper1Offer offer(Keeper1Offer.Kind kind) {
    return new Keeper1Offer(kind, null, null, null);
  }

  private static Keeper1Offer obstructed(Keeper1Obstacle obstacle) {
    return new Keeper1Offer(Keeper1Offer.Kind.TICKET, null, null, obstacle);
  }

  static Keeper1Offer of(ServerHandshakeContext server, ClientHello.ClientHelloMessage hello)
      throws Throwable {
    ProtocolVersion version = server.negotiatedProtocol;
    return version != null && version.useTLS13PlusSpec()
        ? ofTls13(server, hello)
        : ofTls12(server, hello);
  }

  /** JSSE drops an extension unread that is switched off, so nobody knows what was offered then. */
  private static Keeper1Offer ofTls13(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    if (!server.sslConfig.isAvailable(SSLExtension.CH_PRE_SHARED_KEY)) {
      return SWITCHED_OFF;
    }
    byte[] identity = firstIdentity(hello.extensions.get(SSLExtension.CH_PRE_SHARED_KEY));
    if (identity == null) {
      boolean offersTls12 = Keeper1Jdk.bringsTls12Ticket(hello) || knows(server, hello.sessionId);
      return offersTls12 ? OTHER_PROTOCOL : NOTHING;
    }
    return identity.length > SessionId.MAX_LENGTH ? TICKET : ofId(server, new SessionId(identity));
  }

  /** Null if there is none. JSSE has not parsed it yet, so it may be anything. */
  private static byte[] firstIdentity(byte[] extension) {
    if (extension == null || extension.length < FIRST_IDENTITY) {
      return null;
    }
    int end = FIRST_IDENTITY + ((extension[2] & 0xff) << 8 | extension[3] & 0xff);
    return end == FIRST_IDENTITY || end > extension.length
        ? null
        : Arrays.copyOfRange(extension, FIRST_IDENTITY, end);
  }

  private static Keeper1Offer ofTls12(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    if (Keeper1Jdk.bringsTls12Ticket(hello)) {
      return Keeper1Jdk.opensTickets(server) ? TICKET : SWITCHED_OFF;
    }
    boolean isOffer =
        hello.sessionId.length() > 0
            && (!mayBeInvented(server)
                || knows(server, hello.sessionId)
                || isHeldElsewhere(server, hello.sessionId));
    return isOffer ? ofId(server, hello.sessionId) : NOTHING;
  }

  /** A client that can do TLS 1.3 invents an id if it offers none (RFC 8446 appendix D.4). */
  private static boolean mayBeInvented(ServerHandshakeContext server) {
    SSLExtension.SSLExtensionSpec versions =
        server.handshakeExtensions.get(SSLExtension.CH_SUPPORTED_VERSIONS);
    if (versions != null) {
      for (int id :
          ((SupportedVersionsExtension.CHSupportedVersionsSpec) versions).requestedProtocols) {
        if (id == ProtocolVersion.TLS13.id) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean knows(ServerHandshakeContext server, SessionId id) throws Throwable {
    if (id.length() == 0) {
      return false;
    }
    Keeper1Store store = Keeper1Offers.store(sessions(server));
    return session(server, id) != null
        || (store == null
            ? Keeper1Watched.fate(sessions(server), id) != null
            : store.remembers(id));
  }

  private static Keeper1Offer ofId(ServerHandshakeContext server, SessionId id) throws Throwable {
    Keeper1Store store = Keeper1Offers.store(sessions(server));
    SSLSessionImpl session = session(server, id);
    if (session != null) {
      Keeper1Found.note(server, session);
    }
    return new Keeper1Offer(
        Keeper1Offer.Kind.ID, store, id, session == null ? missing(server, store, id) : null);
  }

  /** What is against a session that is not there; null if nothing more is known than that. */
  private static Keeper1Obstacle missing(
      ServerHandshakeContext server, Keeper1Store store, SessionId id) throws Throwable {
    Keeper1Obstacle fate = store == null ? Keeper1Watched.fate(sessions(server), id) : null;
    boolean isUnknown = store == null ? fate == null : !store.remembers(id);
    return isUnknown && isHeldElsewhere(server, id) ? Keeper1Obstacle.HELD_ELSEWHERE : fate;
  }

  private static boolean isHeldElsewhere(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    Keeper1Port port = Keeper1Switchboard.port();
    Keeper1Store store = Keeper1Offers.store(sessions(server));
    return port != null && port.isHeldElsewhere(store, id)
        || store == null && Keeper1Watched.isElsewhere(id);
  }

  private static SSLSessionImpl session(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    SSLSessionContext sessions = sessions(server);
    Keeper1Store store = Keeper1Offers.store(sessions);
    return store == null
        ? (SSLSessionImpl) sessions.getSession(id.getId())
        : (SSLSessionImpl) store.get(id);
  }

  private static SSLSessionContext sessions(ServerHandshakeContext server) {
    return server.sslContext.engineGetServerSessionContext();
  }
}

package sun.security.ssl;

import java.util.Arrays;
import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume: in the server that is asked. */
final class KeeperAsked {
  private static final KeeperOffer NOTHING = offer(KeeperOffer.Kind.NOTHING);
  private static final KeeperOffer TICKET = offer(KeeperOffer.Kind.TICKET);
  private static final KeeperOffer SWITCHED_OFF = obstructed(KeeperObstacle.OFF);
  private static final KeeperOffer OTHER_PROTOCOL = obstructed(KeeperObstacle.PROTOCOL);

  /** Where the bytes of the first identity begin in a {@code pre_shared_key} (RFC 8446 4.2.11). */
  private static final int FIRST_IDENTITY = 4;

  private KeeperAsked() {}

  private static KeeperOffer offer(KeeperOffer.Kind kind) {
    return new KeeperOffer(kind, null, null, null);
  }

  private static KeeperOffer obstructed(KeeperObstacle obstacle) {
    return new KeeperOffer(KeeperOffer.Kind.TICKET, null, null, obstacle);
  }

  static KeeperOffer of(ServerHandshakeContext server, ClientHello.ClientHelloMessage hello)
      throws Throwable {
    ProtocolVersion version = server.negotiatedProtocol;
    return version != null && version.useTLS13PlusSpec()
        ? ofTls13(server, hello)
        : ofTls12(server, hello);
  }

  /** JSSE drops an extension unread that is switched off, so nobody knows what was offered then. */
  private static KeeperOffer ofTls13(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    if (!server.sslConfig.isAvailable(SSLExtension.CH_PRE_SHARED_KEY)) {
      return SWITCHED_OFF;
    }
    byte[] identity = firstIdentity(hello.extensions.get(SSLExtension.CH_PRE_SHARED_KEY));
    if (identity == null) {
      boolean offersTls12 = KeeperJdk.bringsTls12Ticket(hello) || knows(server, hello.sessionId);
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

  private static KeeperOffer ofTls12(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    if (KeeperJdk.bringsTls12Ticket(hello)) {
      return KeeperJdk.opensTickets(server) ? TICKET : SWITCHED_OFF;
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
    KeeperStore store = KeeperOffers.store(sessions(server));
    return session(server, id) != null
        || (store == null ? KeeperWatched.fate(sessions(server), id) != null : store.remembers(id));
  }

  private static KeeperOffer ofId(ServerHandshakeContext server, SessionId id) throws Throwable {
    KeeperStore store = KeeperOffers.store(sessions(server));
    SSLSessionImpl session = session(server, id);
    if (session != null) {
      KeeperFound.note(server, session);
    }
    return new KeeperOffer(
        KeeperOffer.Kind.ID, store, id, session == null ? missing(server, store, id) : null);
  }

  /** What is against a session that is not there; null if nothing more is known than that. */
  private static KeeperObstacle missing(
      ServerHandshakeContext server, KeeperStore store, SessionId id) throws Throwable {
    KeeperObstacle fate = store == null ? KeeperWatched.fate(sessions(server), id) : null;
    boolean isUnknown = store == null ? fate == null : !store.remembers(id);
    return isUnknown && isHeldElsewhere(server, id) ? KeeperObstacle.HELD_ELSEWHERE : fate;
  }

  private static boolean isHeldElsewhere(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    KeeperPort port = KeeperSwitchboard.port();
    KeeperStore store = KeeperOffers.store(sessions(server));
    return port != null && port.isHeldElsewhere(store, id)
        || store == null && KeeperWatched.isElsewhere(id);
  }

  private static SSLSessionImpl session(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    SSLSessionContext sessions = sessions(server);
    KeeperStore store = KeeperOffers.store(sessions);
    return store == null
        ? (SSLSessionImpl) sessions.getSession(id.getId())
        : (SSLSessionImpl) store.get(id);
  }

  private static SSLSessionContext sessions(ServerHandshakeContext server) {
    return server.sslContext.engineGetServerSessionContext();
  }
}

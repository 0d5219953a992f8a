package sun.security.ssl;

import java.util.Arrays;
import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume, in the server. */
final class KeeperServerOffer {
  private static final KeeperResumptionOffer NOTHING = offer(KeeperResumptionOffer.Kind.NOTHING);
  private static final KeeperResumptionOffer TICKET = offer(KeeperResumptionOffer.Kind.TICKET);
  private static final KeeperResumptionOffer SWITCHED_OFF = obstructed(KeeperNotResumedCause.OFF);
  private static final KeeperResumptionOffer OTHER_PROTOCOL =
      obstructed(KeeperNotResumedCause.PROTOCOL);

  /** Where the bytes of the first identity begin in a {@code pre_shared_key} (RFC 8446 4.2.11). */
  private static final int FIRST_IDENTITY = 4;

  private KeeperServerOffer() {}

  private static KeeperResumptionOffer offer(KeeperResumptionOffer.Kind kind) {
    return new KeeperResumptionOffer(kind, null);
  }

  private static KeeperResumptionOffer obstructed(KeeperNotResumedCause obstacle) {
    return new KeeperResumptionOffer(KeeperResumptionOffer.Kind.TICKET, obstacle);
  }

  static KeeperResumptionOffer of(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    ProtocolVersion version = server.negotiatedProtocol;
    return version != null && version.useTLS13PlusSpec()
        ? ofTls13(server, hello)
        : ofTls12(server, hello);
  }

  /** JSSE drops a disabled extension unread, so the offer is unknown. */
  private static KeeperResumptionOffer ofTls13(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    if (!server.sslConfig.isAvailable(SSLExtension.CH_PRE_SHARED_KEY)) {
      return SWITCHED_OFF;
    }
    byte[] identity = firstIdentity(hello.extensions.get(SSLExtension.CH_PRE_SHARED_KEY));
    if (identity == null) {
      boolean offersTls12 =
          KeeperJdkFeatures.bringsTls12Ticket(hello) || knows(server, hello.sessionId);
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

  private static KeeperResumptionOffer ofTls12(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    if (KeeperJdkFeatures.bringsTls12Ticket(hello)) {
      return KeeperJdkFeatures.opensTickets(server) ? TICKET : SWITCHED_OFF;
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
    return session(server, id) != null || fate(server, id) != null;
  }

  private static KeeperResumptionOffer ofId(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    SSLSessionImpl session = session(server, id);
    if (session != null) {
      KeeperServerCandidate.note(server, session);
    }
    return new KeeperResumptionOffer(
        KeeperResumptionOffer.Kind.ID, session == null ? missing(server, id) : null);
  }

  /** What rules out a session that is not stored; null if nothing more is known. */
  private static KeeperNotResumedCause missing(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    KeeperNotResumedCause fate = fate(server, id);
    return fate == null && isHeldElsewhere(server, id)
        ? KeeperNotResumedCause.HELD_ELSEWHERE
        : fate;
  }

  private static KeeperNotResumedCause fate(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    KeeperCacheBackend store = KeeperClientOffer.store(sessions(server));
    return store == null ? KeeperObservedSessions.fate(sessions(server), id) : store.recall(id);
  }

  private static boolean isHeldElsewhere(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    KeeperCacheBackend store = KeeperClientOffer.store(sessions(server));
    if (store != null) {
      return store.isHeldElsewhere(id);
    }
    KeeperCallbacks callbacks = KeeperSwitchboard.callbacks();
    return callbacks != null && callbacks.isHeld(id) || KeeperObservedSessions.isElsewhere(id);
  }

  private static SSLSessionImpl session(ServerHandshakeContext server, SessionId id)
      throws Throwable {
    SSLSessionContext sessions = sessions(server);
    KeeperCacheBackend store = KeeperClientOffer.store(sessions);
    return store == null
        ? (SSLSessionImpl) sessions.getSession(id.getId())
        : (SSLSessionImpl) store.get(id);
  }

  private static SSLSessionContext sessions(ServerHandshakeContext server) {
    return server.sslContext.engineGetServerSessionContext();
  }
}

package sun.security.ssl;

import java.util.Objects;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Recomputes JSSE's rules for not resuming a session in a server, in JSSE's order: {@code
 * ClientHello$T12ClientHelloConsumer}, {@code PreSharedKeyExtension.canRejoin}, {@code
 * ServerNameExtension} and {@code ExtendedMasterSecretExtension}. They hold only once the server
 * has decided.
 */
final class KeeperServerRules {
  /** RFC 8446 section 4.2.9: the only way of using a ticket that JSSE supports. */
  private static final byte PSK_DHE_KE = 1;

  private KeeperServerRules() {}

  /** Why that session, which the server had, is not resumed. */
  static KeeperNotResumedCause obstacle(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello, SSLSessionImpl session) {
    if (!session.isRejoinable()) {
      return hasExpired(server, session)
          ? KeeperNotResumedCause.EXPIRED
          : KeeperNotResumedCause.ENDED;
    }
    if (session.getProtocolVersion() != server.negotiatedProtocol) {
      return KeeperNotResumedCause.PROTOCOL;
    }
    if (lacksClientCertificate(server, session)) {
      return KeeperNotResumedCause.CLIENT_AUTH;
    }
    if (!hasCiphersOf(server, hello, session)) {
      return KeeperNotResumedCause.CIPHER;
    }
    String wanted = server.sslConfig.identificationProtocol;
    if (wanted != null && !wanted.equalsIgnoreCase(session.getIdentificationProtocol())) {
      return KeeperNotResumedCause.IDENTITY;
    }
    return byExtensions(server, hello, session);
  }

  /**
   * JSSE invalidates sessions that have timed out by the wall clock, unless protected from that.
   */
  private static boolean hasExpired(ServerHandshakeContext server, SSLSessionImpl session) {
    return !KeeperProtection.CLOCK.isEnabled()
        && KeeperJdkFeatures.isTimedOut(session, server.sslContext.engineGetServerSessionContext());
  }

  private static boolean lacksClientCertificate(
      ServerHandshakeContext server, SSLSessionImpl session) {
    if (!requiresClientCertificate(server)) {
      return false;
    }
    try {
      session.getPeerPrincipal();
      return false;
    } catch (SSLPeerUnverifiedException e) {
      return true;
    }
  }

  private static boolean requiresClientCertificate(ServerHandshakeContext server) {
    return server.sslConfig.clientAuthType == ClientAuthType.CLIENT_AUTH_REQUIRED;
  }

  private static boolean hasCiphersOf(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello, SSLSessionImpl session) {
    CipherSuite suite = session.getSuite();
    boolean checksSignatures =
        server.negotiatedProtocol.useTLS13PlusSpec() && requiresClientCertificate(server);
    return server.isNegotiable(suite)
        && hello.cipherSuites.contains(suite)
        && (!checksSignatures || KeeperSignatureAlgorithms.cover(server, session));
  }

  private static KeeperNotResumedCause byExtensions(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello, SSLSessionImpl session) {
    if (hello.extensions.get(SSLExtension.CH_SERVER_NAME) != null
        && !Objects.equals(server.negotiatedServerName, session.serverNameIndication)) {
      return KeeperNotResumedCause.SERVER_NAME;
    }
    return server.negotiatedProtocol.useTLS13PlusSpec()
        ? ofTls13(hello)
        : ofTls12(server, hello, session);
  }

  /** If nothing else is wrong, another connection was faster. */
  private static KeeperNotResumedCause ofTls13(ClientHello.ClientHelloMessage hello) {
    byte[] modes = hello.extensions.get(SSLExtension.PSK_KEY_EXCHANGE_MODES);
    return modes == null || contains(modes, PSK_DHE_KE)
        ? KeeperNotResumedCause.USED
        : KeeperNotResumedCause.PROTOCOL;
  }

  /** If nothing else is wrong, it has ended in the meantime. */
  private static KeeperNotResumedCause ofTls12(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello, SSLSessionImpl session) {
    if (!KeeperJdkFeatures.bringsTls12Ticket(hello)
        && KeeperJdkFeatures.looksAtTicketsOnly(server)) {
      return KeeperNotResumedCause.TICKETS_ONLY;
    }
    boolean wantsMasterSecret =
        SSLConfiguration.useExtendedMasterSecret
            && server.sslConfig.isAvailable(SSLExtension.CH_EXTENDED_MASTER_SECRET);
    return wantsMasterSecret && !session.useExtendedMasterSecret
        ? KeeperNotResumedCause.MASTER_SECRET
        : KeeperNotResumedCause.ENDED;
  }

  /** A length of one byte, and that many bytes. */
  private static boolean contains(byte[] list, byte wanted) {
    for (int i = 1; i < list.length; i++) {
      if (list[i] == wanted) {
        return true;
      }
    }
    return false;
  }
}

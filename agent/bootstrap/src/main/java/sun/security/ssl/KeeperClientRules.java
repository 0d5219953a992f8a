package sun.security.ssl;

/**
 * Recomputes JSSE's rules for not offering an existing session: {@code
 * ClientHello$ClientHelloKickstartProducer} and {@code
 * PreSharedKeyExtension$CHPreSharedKeyProducer}.
 */
final class KeeperClientRules {
  private KeeperClientRules() {}

  /** Why JSSE would not offer that session, apart from its state; null if it would. */
  static KeeperNotResumedCause obstacle(ClientHandshakeContext client, SSLSessionImpl session) {
    ProtocolVersion version = session.getProtocolVersion();
    if (!client.isNegotiable(version)) {
      return KeeperNotResumedCause.PROTOCOL; // then its cipher suite is not available either
    }
    if (!client.isNegotiable(session.getSuite())) {
      return KeeperNotResumedCause.CIPHER;
    }
    if (!version.useTLS13PlusSpec() && lacksMasterSecret(client, session)) {
      return KeeperNotResumedCause.MASTER_SECRET;
    }
    String wanted = client.sslConfig.identificationProtocol;
    boolean sameIdentification =
        wanted == null || wanted.equalsIgnoreCase(session.getIdentificationProtocol());
    return sameIdentification ? null : KeeperNotResumedCause.IDENTITY;
  }

  /** RFC 7627 section 5.3, and JSSE's guard against a server that changes its certificate. */
  private static boolean lacksMasterSecret(ClientHandshakeContext client, SSLSessionImpl session) {
    if (!SSLConfiguration.useExtendedMasterSecret) {
      return false;
    }
    boolean isSafe = ClientHandshakeContext.allowUnsafeServerCertChange || identifies(client);
    if (isSafe && session.useExtendedMasterSecret) {
      return false; // in nearly all handshakes; the next question takes longest
    }
    boolean available =
        client.sslConfig.isAvailable(
            SSLExtension.CH_EXTENDED_MASTER_SECRET, session.getProtocolVersion());
    boolean guarded = available && session.useExtendedMasterSecret;
    return available && !guarded && !SSLConfiguration.allowLegacyResumption || !guarded && !isSafe;
  }

  private static boolean identifies(ClientHandshakeContext client) {
    String identification = client.sslConfig.identificationProtocol;
    return identification != null && !identification.isEmpty();
  }

  /** Why a session that the client wanted to resume is not in its ClientHello. */
  static KeeperNotResumedCause ofUnoffered(ClientHandshakeContext client, SSLSessionImpl session) {
    if (!client.sslConfig.isAvailable(SSLExtension.CH_PRE_SHARED_KEY)) {
      return KeeperNotResumedCause.OFF;
    }
    return KeeperSignatureAlgorithms.cover(client, session)
        ? KeeperNotResumedCause.USED
        : KeeperNotResumedCause.CIPHER;
  }
}

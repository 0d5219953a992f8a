package sun.security.ssl;

import java.security.cert.X509Certificate;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;

/** A view of a handshake, read while JSSE still has it. */
public final class KeeperHandshakeView {
  private final TransportContext connection;
  private final HandshakeContext handshake;
  private final boolean unsent;
  private final boolean closedHere;

  KeeperHandshakeView(TransportContext connection, HandshakeContext handshake) {
    this(connection, handshake, false, false);
  }

  /**
   * @param unsent whether it ends before a client has sent all of its ClientHello
   * @param closedHere whether it ends because the application closes the connection
   */
  KeeperHandshakeView(
      TransportContext connection, HandshakeContext handshake, boolean unsent, boolean closedHere) {
    this.connection = connection;
    this.handshake = handshake;
    this.unsent = unsent;
    this.closedHere = closedHere;
  }

  public boolean isClient() {
    return handshake.sslConfig.isClientMode;
  }

  public boolean isResumed() {
    return handshake.isResumption && handshake.resumingSession != null;
  }

  /**
   * The session that a client has offered and the server has not declined; null if there is none.
   */
  public KeeperClientOfferUndecided undecided() {
    try {
      return unsent || !isClient()
          ? null
          : KeeperClientOffer.undecided((ClientHandshakeContext) handshake);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("offer", t);
      return null;
    }
  }

  /** Whether it ends because the application, not the peer, closes the connection. */
  public boolean isClosedHere() {
    return closedHere;
  }

  /** Whether the connection had a handshake before. */
  public boolean isRenegotiation() {
    return connection.isNegotiated;
  }

  /** Whether it is certain that not a single byte has arrived from the peer. */
  public boolean hasHeardNothing() {
    return KeeperReceived.isNothing(connection);
  }

  public String protocol() {
    ProtocolVersion version = handshake.negotiatedProtocol;
    return version == null ? null : version.name;
  }

  public String cipher() {
    CipherSuite suite = handshake.negotiatedCipherSuite;
    return suite == null ? null : suite.name;
  }

  public String peerHost() {
    return connection.transport.getPeerHost();
  }

  public int peerPort() {
    return connection.transport.getPeerPort();
  }

  public String applicationProtocol() {
    return handshake.applicationProtocol;
  }

  /** The first host name that the client asked for, or null. */
  public String serverName() {
    String asked = hostName(handshake.requestedServerNames);
    return asked == null && isClient() ? hostName(handshake.sslConfig.serverNames) : asked;
  }

  private static String hostName(Iterable<SNIServerName> names) {
    if (names != null) {
      for (SNIServerName name : names) {
        if (name instanceof SNIHostName) {
          return ((SNIHostName) name).getAsciiName();
        }
      }
    }
    return null;
  }

  /** The FTPS control connection of a data connection, as host and port; null if it is none. */
  public String controlConnection() {
    return isClient() ? KeeperFtpsControls.nameOfControl(connection) : null;
  }

  /** The session; to be held weakly. */
  public Object session() {
    return handshake.handshakeSession;
  }

  /** The object that represents the connection; to be held weakly. */
  public Object connection() {
    return connection;
  }

  /** Whether a {@link #connection} can still carry data in some direction. */
  public static boolean isOpen(Object connection) {
    TransportContext tls = (TransportContext) connection;
    return !tls.isBroken && !(tls.isInboundClosed() && tls.isOutboundClosed());
  }

  /** The session's raw id, to be hashed and not kept; null if there is none. */
  public byte[] sessionId() {
    return KeeperSessionView.id(handshake.handshakeSession);
  }

  /** Creation time of the resumed session: milliseconds since the epoch. */
  public long resumedSessionCreatedMillis() {
    return handshake.resumingSession.getCreationTime();
  }

  /** Whether it was resumed by ticket, not by session id. */
  public boolean isByTicket() {
    return handshake.resumingSession.getProtocolVersion().useTLS13PlusSpec()
        || KeeperJdkFeatures.isByTls12Ticket(handshake);
  }

  /** The certificates presented by the peer, or null; must not be modified. */
  public X509Certificate[] peerCertificates() {
    try {
      return KeeperPeerCertificates.of(handshake.handshakeSession);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("peer certificates", t);
      return null;
    }
  }

  /** The certificates presented by this side, or null. */
  public X509Certificate[] ownCertificates() {
    return KeeperPeerCertificates.own(handshake.handshakeSession);
  }
}

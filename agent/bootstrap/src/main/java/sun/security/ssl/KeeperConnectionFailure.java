package sun.security.ssl;

import java.io.IOException;
import javax.net.ssl.SSLException;

/** How a connection failed, as far as its session is concerned. Immutable. */
public final class KeeperConnectionFailure {
  /** The beginning of {@code SSLSocketImpl.handleEOF}'s messages, and of no others. */
  private static final String HUNG_UP = "Remote host terminated the ";

  private final boolean ofClient;
  private final boolean established;
  private final boolean resumption;
  private final boolean transport;
  private final boolean provenAlert;

  /**
   * @param received whether the peer sent a fatal alert
   * @param cause the exception that {@code TransportContext.fatal} makes of it, or null
   */
  KeeperConnectionFailure(
      TransportContext connection, SSLSessionImpl session, boolean received, Throwable cause) {
    HandshakeContext handshake = connection.handshakeContext;
    ofClient = connection.sslConfig.isClientMode;
    established = connection.isNegotiated;
    resumption = handshake != null && handshake.isResumption && session != connection.conSession;
    transport = !received && isOfTransport(cause);
    provenAlert = received && !connection.inputRecord.readCipher.isNullCipher();
  }

  /** TLS errors are {@code SSLException}s, or come from the cipher. */
  private static boolean isOfTransport(Throwable cause) {
    if (cause instanceof SSLException) {
      String message = cause.getMessage();
      return message != null && message.startsWith(HUNG_UP);
    }
    return cause instanceof IOException;
  }

  /** Whether this side is the client, which has chosen its peer. */
  public boolean isOfClient() {
    return ofClient;
  }

  /** Whether this connection had completed a handshake before. */
  public boolean isEstablished() {
    return established;
  }

  /** Whether an incomplete handshake is about to resume the session. */
  public boolean isResumption() {
    return resumption;
  }

  /** Whether the bytes stopped coming, and nothing was wrong with those received. */
  public boolean isOfTransport() {
    return transport;
  }

  /** Whether the peer sent a fatal alert under the keys of the connection. */
  public boolean isProvenAlert() {
    return provenAlert;
  }
}

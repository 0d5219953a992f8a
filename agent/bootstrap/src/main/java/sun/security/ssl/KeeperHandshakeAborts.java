package sun.security.ssl;

import java.io.InterruptedIOException;
import java.net.SocketException;

/** Handshakes that one side aborts by closing, for which JSSE does not call {@code fatal}. */
final class KeeperHandshakeAborts {
  private KeeperHandshakeAborts() {}

  /** This side sends a warning; {@code close_notify} during a handshake aborts it. */
  static void byWarning(KeeperCallbacks callbacks, TransportContext connection, Alert alert) {
    if (alert == Alert.CLOSE_NOTIFY
        && (!connection.isInputCloseNotified || connection.peerUserCanceled)) {
      give(callbacks, connection, connection.isNegotiated ? alert : Alert.USER_CANCELED);
    }
  }

  /** An engine is told that its input has ended, without a {@code close_notify}. */
  static void byEndOfStream(KeeperCallbacks callbacks, TransportContext connection) {
    if (!connection.isInputCloseNotified && !connection.inputRecord.isClosed()) {
      give(callbacks, connection, null);
    }
  }

  /** A read has timed out: the application may continue, or give up. */
  static void perhaps(KeeperCallbacks callbacks, TransportContext connection, Exception cause) {
    HandshakeContext handshake = underWay(connection);
    if (handshake != null && cause instanceof InterruptedIOException) {
      callbacks.interrupted(handshake, cause.getMessage());
    }
  }

  /**
   * Whether the application itself broke off a read or write, by closing the socket or interrupting
   * the thread, judging by the messages of {@code sun.nio.ch.NioSocketImpl} and, in JDK 11, {@code
   * java.net.PlainSocketImpl}. The peer is not the cause.
   */
  static boolean isClosedHere(Throwable cause) {
    String message = cause instanceof SocketException ? cause.getMessage() : null;
    return message != null
        && (message.startsWith("Socket closed")
            || message.startsWith("Socket is closed")
            || message.startsWith("Closed by interrupt"));
  }

  private static HandshakeContext underWay(TransportContext connection) {
    HandshakeContext handshake = connection.handshakeContext;
    return connection.closeReason != null || handshake instanceof PostHandshakeContext
        ? null
        : handshake;
  }

  private static void give(KeeperCallbacks callbacks, TransportContext connection, Alert alert) {
    HandshakeContext handshake = underWay(connection);
    if (handshake == null) {
      return;
    }
    boolean byPeer = connection.isInputCloseNotified;
    callbacks.givenUp(
        handshake,
        new KeeperHandshakeView(connection, handshake, false, alert != null && !byPeer),
        alert == null ? null : alert.description,
        byPeer);
  }
}

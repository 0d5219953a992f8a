package sun.security.ssl;

import java.nio.ByteBuffer;

/**
 * The static methods that woven handshake code calls to record handshakes. Each delegates to the
 * agent and never throws.
 *
 * <p>Without an agent they do nothing.
 */
public final class KeeperHandshakeHooks {
  private KeeperHandshakeHooks() {}

  /** Exit of {@code HandshakeContext.<init>(SSLContextImpl, TransportContext)}. */
  public static void began(HandshakeContext handshake) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      TransportContext connection = handshake.conContext;
      KeeperHandshakeView view = new KeeperHandshakeView(connection, handshake);
      p.began(handshake, view, !connection.transport.useDelegatedTask());
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("began", t);
    }
  }

  /**
   * Entry of {@code HandshakeContext.dispatch(byte, ByteBuffer)} and of {@code
   * ClientHandshakeContext.kickstart()}: this thread works on the handshake; in an engine, for a
   * while.
   */
  public static void workBegins(HandshakeContext handshake) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      if (handshake.conContext.transport.useDelegatedTask()) {
        p.workBegins(handshake);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("work begins", t);
    }
  }

  /** Exit of the same. */
  public static void workEnds(HandshakeContext handshake) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      if (handshake.conContext.transport.useDelegatedTask()) {
        p.workEnds(handshake);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("work ends", t);
    }
  }

  /** Entry of {@code ClientHello$ClientHelloKickstartProducer.produce(ConnectionContext)}. */
  public static void clientHelloBegins(ConnectionContext context) {
    if (KeeperSwitchboard.callbacks() == null) {
      return;
    }
    try {
      KeeperClientHelloInProgress.begin((ClientHandshakeContext) context);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ClientHello begins", t);
    }
  }

  /** Exit of {@code ClientHello$ClientHelloKickstartProducer.produce(ConnectionContext)}. */
  public static void clientHelloProduced(ConnectionContext context) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      ClientHandshakeContext client = (ClientHandshakeContext) context;
      KeeperNotResumedCause obstacle = KeeperClientHelloInProgress.produced(client);
      p.offering(context, KeeperClientOffer.of(client, obstacle));
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ClientHello produced", t);
    }
  }

  /**
   * Entry of {@code consume} of {@code ClientHello$T12ClientHelloConsumer}, {@code
   * $T13ClientHelloConsumer} and {@code $D12ClientHelloConsumer}.
   */
  public static void clientHelloConsumed(
      ConnectionContext context, SSLHandshake.HandshakeMessage message) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      p.offered(
          context,
          KeeperServerOffer.of(
              (ServerHandshakeContext) context, (ClientHello.ClientHelloMessage) message));
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ClientHello consumed", t);
    }
  }

  /** Exit of the same. */
  public static void clientHelloAnswered(
      ConnectionContext context, SSLHandshake.HandshakeMessage message) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      KeeperNotResumedCause obstacle =
          KeeperServerCandidate.answered(
              (ServerHandshakeContext) context, (ClientHello.ClientHelloMessage) message, p);
      if (obstacle != null) {
        p.refused(context, obstacle);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ClientHello answered", t);
    }
  }

  /** Entry of {@code TransportContext.finishHandshake()}. */
  public static void completed(TransportContext connection) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      HandshakeContext handshake = connection.handshakeContext;
      if (handshake != null && !(handshake instanceof PostHandshakeContext)) {
        if (handshake.sslConfig.isClientMode) {
          KeeperClientTicketSent.completed(handshake, p);
          KeeperClientOffer.completed(handshake);
          if (KeeperFtps.isOn()) {
            KeeperFtpsControls.completed(handshake);
          }
        }
        p.completed(handshake, new KeeperHandshakeView(connection, handshake));
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("completed", t);
    }
  }

  /** Entry of {@code TransportContext.fatal(Alert, String, boolean, Throwable)}. */
  public static void failed(
      TransportContext connection, Alert alert, String diagnostic, Throwable cause) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      boolean unsent = KeeperClientHelloInProgress.failed(connection, cause);
      HandshakeContext handshake = connection.handshakeContext;
      if (handshake == null || connection.closeReason != null) {
        return;
      }
      if (!(handshake instanceof PostHandshakeContext)) {
        if (handshake.sslConfig.isClientMode && KeeperFtps.isOn()) {
          KeeperFtpsControls.failed(handshake);
        }
        KeeperHandshakeView view =
            new KeeperHandshakeView(
                connection, handshake, unsent, KeeperHandshakeAborts.isClosedHere(cause));
        p.failed(handshake, view, new KeeperFailure(connection, alert, diagnostic, cause));
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("failed", t);
    }
  }

  /**
   * Entry of {@code TransportContext.warning(Alert)}: with {@code close_notify} during a handshake
   * one side gives up. If it answers the peer's, and no {@code user_canceled} came before, {@code
   * fatal} follows.
   */
  public static void warns(TransportContext connection, Alert alert) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      KeeperHandshakeAborts.byWarning(p, connection, alert);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("given up", t);
    }
  }

  /**
   * Entry of {@code TransportContext.closeInbound()}: without {@code close_notify} the stream has
   * ended.
   */
  public static void inboundCloses(TransportContext connection) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      KeeperHandshakeAborts.byEndOfStream(p, connection);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("given up", t);
    }
  }

  /**
   * Entry of {@code SSLSocketImpl.handleException(Exception)}: a read timeout does not go through
   * {@code fatal}, since the application may continue the handshake.
   */
  public static void interrupted(SSLSocketImpl socket, Exception cause) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      KeeperHandshakeAborts.perhaps(p, socket.conContext, cause);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("interrupted", t);
    }
  }

  /**
   * Entry of {@code SSLEngineInputRecord.bytesInCompletePacket(ByteBuffer)}, which examines a
   * record's header: the bytes belong to the engine's caller, and nowhere else could plain HTTP be
   * recognised.
   */
  public static void recordArrives(SSLEngineInputRecord record, ByteBuffer packet) {
    if (KeeperSwitchboard.callbacks() == null) {
      return;
    }
    try {
      KeeperReceived.read(record, packet);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("record arrives", t);
    }
  }

  /** After each read of {@code SSLConfiguration.serverNewSessionTicketCount}. */
  public static int ticketCount(int jdks) {
    try {
      return KeeperSwitchboard.callbacks() == null ? jdks : KeeperTicketCount.count(jdks);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket count", t);
      return jdks;
    }
  }

  /**
   * After the read of {@code NewSessionTicket.t13PosthandshakeProducer}, in JDK 11 {@code
   * kickstartProducer}.
   */
  public static SSLProducer ticketProducer(SSLProducer jdks) {
    try {
      return KeeperSwitchboard.callbacks() == null ? jdks : KeeperTicketCount.producer(jdks);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket producer", t);
      return jdks;
    }
  }
}

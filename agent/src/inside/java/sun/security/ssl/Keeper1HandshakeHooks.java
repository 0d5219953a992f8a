package sun.security.ssl;

/**
 * The static methods that woven code of handshakes calls, for their record: each one hands on to
 * the agent, and lets nothing out.
 *
 * <p>Without an agent they do nothing.
 */
public final class Keeper1HandshakeHooks {
  private Keeper1HandshakeHooks() {}

  /** Exit of {@code HandshakeContext.<init>(SSLContextImpl, TransportContext)}. */
  public static void began(HandshakeContext handshake) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      p.began(handshake);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("began", t);
    }
  }

  /** Exit of {@code ClientHello$ClientHelloKickstartProducer.produce(ConnectionContext)}. */
  public static void clientHelloProduced(ConnectionContext context) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      boolean taken = Keeper1Taken.settle();
      p.offering(context, Keeper1Offers.of((ClientHandshakeContext) context, taken));
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("ClientHello produced", t);
    }
  }

  /**
   * Entry of {@code ClientHello$T12ClientHelloConsumer.consume} and {@code
   * $T13ClientHelloConsumer.consume}.
   */
  public static void clientHelloConsumed(
      ConnectionContext context, SSLHandshake.HandshakeMessage message) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      p.offered(
          context,
          Keeper1Offers.of(
              (ServerHandshakeContext) context, (ClientHello.ClientHelloMessage) message));
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("ClientHello consumed", t);
    }
  }

  /** Entry of {@code TransportContext.finishHandshake()}. */
  public static void completed(TransportContext connection) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      HandshakeContext handshake = connection.handshakeContext;
      if (handshake != null && !(handshake instanceof PostHandshakeContext)) {
        p.completed(handshake, new Keeper1Facts(connection, handshake));
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("completed", t);
    }
  }

  /** Entry of {@code TransportContext.fatal(Alert, String, boolean, Throwable)}. */
  public static void failed(
      TransportContext connection, Alert alert, String diagnostic, Throwable cause) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      HandshakeContext handshake = connection.handshakeContext;
      if (handshake == null || connection.closeReason != null) {
        return;
      }
      Keeper1Taken.settle();
      if (!(handshake instanceof PostHandshakeContext)) {
        String message = diagnostic != null || cause == null ? diagnostic : cause.getMessage();
        p.failed(handshake, new Keeper1Facts(connection, handshake), alert.description, message);
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("failed", t);
    }
  }
}

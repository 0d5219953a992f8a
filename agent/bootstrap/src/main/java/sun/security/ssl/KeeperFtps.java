package sun.security.ssl;

import java.nio.ByteBuffer;

/**
 * Whether FTPS data connections are offered their control connection's session: the option {@code
 * client.ftps}. Thread-safe.
 */
final class KeeperFtps {
  private static final int[] NONE = {};

  private static volatile int[] controlPorts = NONE;
  private static volatile boolean repeating;

  private KeeperFtps() {}

  /**
   * @param ports of control connections; if none, data connections are left alone
   * @param repeatTickets whether a TLS 1.3 ticket may be offered again while its control connection
   *     is open
   */
  static void serve(int[] ports, boolean repeatTickets) {
    repeating = repeatTickets;
    controlPorts = ports.clone();
    if (ports.length == 0) {
      KeeperFtpsControls.forgetAll();
    }
  }

  static boolean isOn() {
    return controlPorts.length > 0;
  }

  static boolean isControlPort(int port) {
    for (int each : controlPorts) {
      if (each == port) {
        return true;
      }
    }
    return false;
  }

  /**
   * A TLS 1.2 ticket has arrived. JSSE drops it if its lifetime is longer than seven days ({@code
   * NewSessionTicket$T12NewSessionTicketConsumer}), and vsftpd's is 68 years. That limit applies to
   * TLS 1.3 (RFC 8446 section 4.6.1); RFC 5077 has none.
   */
  static void keepTicket(HandshakeContext client, ByteBuffer message, int seconds) {
    boolean dropped =
        seconds > KeeperTicketLifetime.MAX_SECONDS
            && isControlPort(client.conContext.transport.getPeerPort());
    int from = message.position() + Integer.BYTES;
    int length = dropped && message.remaining() > 6 ? message.getShort(from) & 0xffff : 0;
    if (length > 0 && message.remaining() == 6 + length) {
      byte[] ticket = new byte[length];
      message.duplicate().position(from + Short.BYTES).get(ticket);
      client.handshakeSession.setPskIdentity(ticket);
    }
  }

  static boolean repeatsTickets() {
    return repeating;
  }
}

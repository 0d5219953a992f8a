package sun.security.ssl;

import java.net.SocketException;

/**
 * Proof that no byte of a ClientHello has left this machine, although it was written.
 *
 * <p>A socket whose write fails does not say how much it has written. Nothing was sent if three
 * conditions hold: the message is one record, so there was one write ({@code
 * SSLSocketOutputRecord.flush} and {@code encodeHandshake} write record by record); only the JDK's
 * own socket lies between JSSE and the failed system call, so no other code can have passed on a
 * part; and the socket's buffer has room for all of it, so the system call takes all or nothing.
 */
final class KeeperClientHelloUnsent {
  private static final String JSSE = "sun.security.ssl.";

  /** The headers of a record and of a handshake message: RFC 8446 sections 5.1 and 4. */
  private static final int RECORD_HEADER = 5;

  private static final int HEADERS = RECORD_HEADER + 4;
  private static final int RANDOM = HEADERS + 2;

  /** What the system needs in addition to the bytes. */
  private static final int OVERHEAD_FACTOR = 4;

  private KeeperClientHelloUnsent() {}

  static boolean isProven(ClientHandshakeContext client, Throwable cause) {
    TransportContext connection = client.conContext;
    if (connection.outputRecord.firstMessage) {
      return true; // nothing was encoded
    }
    return cause instanceof SocketException
        && connection.transport instanceof SSLSocketImpl
        && isOfJdksSocket(cause.getStackTrace())
        && isOneRecord(connection.outputRecord.toByteArray(), client.clientHelloRandom)
        && fits(connection.outputRecord.size(), (SSLSocketImpl) connection.transport);
  }

  /** Whether JSSE called into the JDK's own socket, with no other code in between. */
  private static boolean isOfJdksSocket(StackTraceElement[] frames) {
    for (int i = 0; i < frames.length; i++) {
      String name = frames[i].getClassName();
      if (name.startsWith(JSSE)) {
        return i > 0 && isWrite(frames[i]);
      }
      if (!name.startsWith("java.net.") && !name.startsWith("sun.nio.ch.")
          || !"java.base".equals(frames[i].getModuleName())) {
        return false;
      }
    }
    return false;
  }

  private static boolean isWrite(StackTraceElement frame) {
    return frame.getClassName().equals(JSSE + "SSLSocketOutputRecord");
  }

  /** The last write is still in the record's buffer: the message, from its beginning. */
  private static boolean isOneRecord(byte[] record, RandomCookie random) {
    if (random == null || record.length < RANDOM + random.randomBytes.length) {
      return false;
    }
    for (int i = 0; i < random.randomBytes.length; i++) {
      if (record[RANDOM + i] != random.randomBytes[i]) {
        return false;
      }
    }
    int length =
        (record[RECORD_HEADER + 1] & 0xff) << 16
            | (record[RECORD_HEADER + 2] & 0xff) << 8
            | record[RECORD_HEADER + 3] & 0xff;
    return record[RECORD_HEADER] == SSLHandshake.CLIENT_HELLO.id
        && length == record.length - HEADERS;
  }

  private static boolean fits(int bytes, SSLSocketImpl socket) {
    try {
      return bytes <= socket.getSendBufferSize() / OVERHEAD_FACTOR;
    } catch (SocketException closed) {
      return false;
    }
  }
}

package io.jssekeeper.it.harness;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Reads the server's first messages as they pass by, and finds out whether the handshake is
 * resumed.
 *
 * <p>In TLS 1.3 the ServerHello says so (RFC 8446 4.2.11); before, a full handshake continues with
 * a certificate, and a resumed one with a ticket or nothing (RFC 5246 7.3, RFC 5077 3.1).
 */
final class ServerFlight {
  private static final int HEADER = 5;
  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int HANDSHAKE = 22;
  private static final int CERTIFICATE = 11;

  private final DataInputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  ServerFlight(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = out;
  }

  /**
   * Whether the handshake is resumed.
   *
   * @throws EOFException if it ends too early to tell
   */
  boolean isResumed() throws IOException {
    int type;
    do {
      type = pass();
      ByteBuffer seen = ByteBuffer.wrap(messages.toByteArray());
      int end = seen.remaining() < 4 ? Integer.MAX_VALUE : 4 + (seen.getInt(0) & 0xffffff);
      if (seen.remaining() >= end) {
        Hello hello = Hello.ofServer(seen.slice(0, end));
        if (hello.isTls13()) {
          return hello.hasPreSharedKey();
        }
        if (seen.remaining() > end) {
          return seen.get(end) != CERTIFICATE;
        }
      }
    } while (type == HANDSHAKE);
    if (type == CHANGE_CIPHER_SPEC) {
      return true;
    }
    throw new EOFException("no handshake");
  }

  /** Passes one record on; returns its type. */
  private int pass() throws IOException {
    byte[] header = new byte[HEADER];
    in.readFully(header);
    byte[] body = new byte[ByteBuffer.wrap(header).getShort(HEADER - 2) & 0xffff];
    in.readFully(body);
    out.write(header);
    out.write(body);
    if (header[0] == HANDSHAKE) {
      messages.write(body);
    }
    return header[0];
  }
}

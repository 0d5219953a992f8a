package io.jssekeeper.cli.probe;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Parses what a server sends unencrypted in one handshake: RFC 5246 7.4, RFC 8446 4. Stops at what
 * it cannot parse, and keeps what it has read until then.
 */
final class ServerHandshake {
  /** SHA-256 of {@code HelloRetryRequest}: RFC 8446 4.1.3. */
  private static final byte[] RETRY_RANDOM = {
    (byte) 0xcf,
    0x21,
    (byte) 0xad,
    0x74,
    (byte) 0xe5,
    (byte) 0x9a,
    0x61,
    0x11,
    (byte) 0xbe,
    0x1d,
    (byte) 0x8c,
    0x02,
    0x1e,
    0x65,
    (byte) 0xb8,
    (byte) 0x91,
    (byte) 0xc2,
    (byte) 0xa2,
    0x11,
    0x16,
    0x7a,
    (byte) 0xbb,
    (byte) 0x8c,
    0x5e,
    0x07,
    (byte) 0x9e,
    0x09,
    (byte) 0xe2,
    (byte) 0xc8,
    (byte) 0xa8,
    0x33,
    (byte) 0x9c,
  };

  private static final int RECORD_OF_HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int NEW_SESSION_TICKET = 4;
  private static final int CERTIFICATE = 11;
  private static final int EXTENDED_MASTER_SECRET = 23;
  private static final int PRE_SHARED_KEY = 41;
  private static final int SUPPORTED_VERSIONS = 43;

  private boolean helloCame;
  private boolean tls13;
  private boolean retried;
  private boolean hasSessionId;
  private boolean extendedMasterSecret;
  private boolean preSharedKey;
  private boolean certificateCame;
  private int ticketBytes;
  private long ticketLifetime = -1;

  ServerHandshake(byte[] received) {
    try {
      readMessages(ByteBuffer.wrap(clearHandshake(ByteBuffer.wrap(received))));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // Cut off, or not TLS: what came before it counts.
    }
  }

  /** Whether the server took what the client offered to resume. */
  boolean isResumed() {
    return helloCame && (tls13 ? preSharedKey : !certificateCame);
  }

  /** Whether it requested another ClientHello: one more round trip. */
  boolean isRetried() {
    return retried;
  }

  /** TLS 1.2: whether the server gave the session an id, and so may recognise it. */
  boolean hasSessionId() {
    return hasSessionId;
  }

  /** TLS 1.2: RFC 7627. */
  boolean hasExtendedMasterSecret() {
    return extendedMasterSecret;
  }

  /** TLS 1.2: the size of the ticket it issued; 0 if none. */
  int ticketBytes() {
    return ticketBytes;
  }

  /** TLS 1.2: the ticket's lifetime hint in seconds, 0 if the server leaves it open; -1 if none. */
  long ticketLifetime() {
    return ticketLifetime;
  }

  /** The handshake's bytes up to the first record of another type, after which it is encrypted. */
  private static byte[] clearHandshake(ByteBuffer records) {
    ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    while (records.remaining() >= 5) {
      int type = records.get();
      records.getShort();
      int length = Short.toUnsignedInt(records.getShort());
      if (type != RECORD_OF_HANDSHAKE || length > records.remaining()) {
        return handshake.toByteArray();
      }
      handshake.write(records.array(), records.position(), length);
      records.position(records.position() + length);
    }
    return handshake.toByteArray();
  }

  private void readMessages(ByteBuffer messages) {
    while (messages.remaining() >= 4) {
      int head = messages.getInt();
      int length = head & 0xffffff;
      ByteBuffer body = messages.slice();
      messages.position(messages.position() + length);
      body.limit(length);
      read(head >>> 24, body);
    }
  }

  private void read(int type, ByteBuffer body) {
    if (type == SERVER_HELLO) {
      readHello(body);
    } else if (type == CERTIFICATE) {
      certificateCame = true;
    } else if (type == NEW_SESSION_TICKET) {
      ticketLifetime = Integer.toUnsignedLong(body.getInt());
      ticketBytes = Short.toUnsignedInt(body.getShort());
    }
  }

  private void readHello(ByteBuffer hello) {
    hello.getShort();
    byte[] random = new byte[RETRY_RANDOM.length];
    hello.get(random);
    if (Arrays.equals(random, RETRY_RANDOM)) {
      retried = true;
      return;
    }
    helloCame = true;
    int idLength = hello.get();
    hasSessionId = idLength > 0;
    hello.position(hello.position() + idLength + 3);
    if (hello.hasRemaining()) {
      hello.getShort();
      while (hello.remaining() >= 4) {
        readExtension(Short.toUnsignedInt(hello.getShort()));
        int length = Short.toUnsignedInt(hello.getShort());
        hello.position(hello.position() + length);
      }
    }
  }

  private void readExtension(int type) {
    extendedMasterSecret |= type == EXTENDED_MASTER_SECRET;
    preSharedKey |= type == PRE_SHARED_KEY;
    tls13 |= type == SUPPORTED_VERSIONS;
  }
}

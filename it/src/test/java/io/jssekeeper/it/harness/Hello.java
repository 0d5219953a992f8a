package io.jssekeeper.it.harness;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The extensions of a hello message, by number. */
public final class Hello {
  static final int RECORD_HEADER = 5;
  private static final int HANDSHAKE_HEADER = 4;
  private static final int VERSION_AND_RANDOM = 2 + 32;

  // RFC 5077 and RFC 8446.
  private static final int SESSION_TICKET = 35;
  private static final int PRE_SHARED_KEY = 41;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int TLS13 = 0x0304;

  private final int sessionIdLength;
  private final Map<Integer, ByteBuffer> extensions;

  private Hello(int sessionIdLength, Map<Integer, ByteBuffer> extensions) {
    this.sessionIdLength = sessionIdLength;
    this.extensions = extensions;
  }

  /**
   * The first TLS 1.3 ticket that a ClientHello offers, in hexadecimal; empty if it offers none.
   * RFC 8446 section 4.2.11: it follows the length of the list.
   */
  public String ticket() {
    if (!extensions.containsKey(PRE_SHARED_KEY)) {
      return "";
    }
    ByteBuffer identities = extensions.get(PRE_SHARED_KEY).duplicate();
    identities.getShort();
    byte[] identity = new byte[identities.getShort() & 0xffff];
    identities.get(identity);
    return HexFormat.of().formatHex(identity);
  }

  /** Whether it offers a ticket, in either of the two ways. */
  public boolean offersTicket() {
    ByteBuffer ticket = extensions.get(SESSION_TICKET);
    return extensions.containsKey(PRE_SHARED_KEY) || ticket != null && ticket.hasRemaining();
  }

  /** Whether a ClientHello limited to TLS 1.2 offers a session or a ticket. */
  public boolean offersTls12Session() {
    return sessionIdLength > 0 || offersTicket();
  }

  /**
   * Whether a ClientHello of any protocol offers a session or a ticket: a client that can do TLS
   * 1.3 may invent an id (RFC 8446 appendix D.4).
   */
  boolean offers() {
    return canDoTls13() ? offersTicket() : offersTls12Session();
  }

  /** RFC 8446 section 4.2.1: the versions follow the length of the list. */
  private boolean canDoTls13() {
    ByteBuffer versions = extensions.get(SUPPORTED_VERSIONS);
    for (int at = 1; versions != null && at + 2 <= versions.remaining(); at += 2) {
      if (versions.getShort(at) == TLS13) {
        return true;
      }
    }
    return false;
  }

  /** Whether a ServerHello chooses TLS 1.3. */
  boolean isTls13() {
    return extensions.containsKey(SUPPORTED_VERSIONS);
  }

  /** Whether a ServerHello of TLS 1.3 accepts a ticket. */
  boolean hasPreSharedKey() {
    return extensions.containsKey(PRE_SHARED_KEY);
  }

  /** One complete TLS record. */
  static byte[] read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    ByteBuffer header = ByteBuffer.allocate(RECORD_HEADER);
    in.readFully(header.array());
    int length = header.getShort(RECORD_HEADER - 2) & 0xffff;
    byte[] record = new byte[RECORD_HEADER + length];
    header.get(record, 0, RECORD_HEADER);
    in.readFully(record, RECORD_HEADER, length);
    return record;
  }

  /** A ClientHello in one TLS record. */
  static Hello of(byte[] record) {
    ByteBuffer hello = ByteBuffer.wrap(record);
    skip(hello, RECORD_HEADER + HANDSHAKE_HEADER + VERSION_AND_RANDOM);
    int sessionId = hello.get() & 0xff;
    skip(hello, sessionId);
    skip(hello, hello.getShort() & 0xffff); // the cipher suites
    skip(hello, hello.get() & 0xff); // the compressions
    return new Hello(sessionId, extensions(hello));
  }

  /** A ServerHello, as a handshake message. */
  static Hello ofServer(ByteBuffer message) {
    ByteBuffer hello = message.duplicate();
    skip(hello, HANDSHAKE_HEADER + VERSION_AND_RANDOM);
    int sessionId = hello.get() & 0xff;
    skip(hello, sessionId);
    skip(hello, 2 + 1); // the cipher suite, and the compression
    return new Hello(sessionId, extensions(hello));
  }

  private static Map<Integer, ByteBuffer> extensions(ByteBuffer hello) {
    Map<Integer, ByteBuffer> extensions = new HashMap<>();
    if (hello.hasRemaining()) {
      hello.getShort();
    }
    while (hello.hasRemaining()) {
      int number = hello.getShort() & 0xffff;
      int length = hello.getShort() & 0xffff;
      extensions.put(number, hello.duplicate().limit(hello.position() + length).slice());
      skip(hello, length);
    }
    return extensions;
  }

  private static void skip(ByteBuffer buffer, int bytes) {
    buffer.position(buffer.position() + bytes);
  }

  @Override
  public String toString() {
    return "extensions: " + extensions;
  }
}

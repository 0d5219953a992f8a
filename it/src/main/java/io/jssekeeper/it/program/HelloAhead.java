package io.jssekeeper.it.program;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/** The ClientHello of a connection, read ahead of JSSE (RFC 8446 section 4.1.2). */
final class HelloAhead {
  private static final int RECORD_HEADER = 5;
  private static final int UP_TO_SESSION_ID = RECORD_HEADER + 4 + 2 + 32;
  private static final int PRE_SHARED_KEY = 41;
  private static final int KEY_SHARE = 51;

  private final byte[] record;

  private HelloAhead(byte[] record) {
    this.record = record;
  }

  static HelloAhead of(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] header = new byte[RECORD_HEADER];
    in.readFully(header);
    int length = ByteBuffer.wrap(header).getShort(3) & 0xffff;
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + length).put(header);
    in.readFully(record.array(), RECORD_HEADER, length);
    return new HelloAhead(record.array());
  }

  /** The bytes that JSSE must read first. */
  InputStream asRead() {
    return new ByteArrayInputStream(record);
  }

  /** Whether it offers to resume; in TLS 1.3 a session id alone is not an offer. */
  boolean offers() {
    ByteBuffer hello = ByteBuffer.wrap(record).position(UP_TO_SESSION_ID);
    boolean hasId = skip(hello, hello.get() & 0xff) > 0;
    skip(hello, hello.getShort() & 0xffff);
    skip(hello, hello.get() & 0xff);
    hello.getShort();
    boolean isTls13 = false;
    boolean hasKey = false;
    while (hello.hasRemaining()) {
      int type = hello.getShort() & 0xffff;
      isTls13 |= type == KEY_SHARE;
      hasKey |= type == PRE_SHARED_KEY;
      skip(hello, hello.getShort() & 0xffff);
    }
    return isTls13 ? hasKey : hasId;
  }

  private static int skip(ByteBuffer hello, int bytes) {
    hello.position(hello.position() + bytes);
    return bytes;
  }
}

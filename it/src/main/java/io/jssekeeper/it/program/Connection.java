package io.jssekeeper.it.program;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSession;

/** One TLS connection, over whichever of JSSE's two interfaces. */
interface Connection extends Closeable {
  void handshake() throws IOException;

  SSLSession session();

  /** The protocol that ALPN chose, or an empty text. */
  String alpn();

  /** The socket beneath TLS; the connection's own where JSSE made it. */
  Socket transport();

  void write(byte[] bytes) throws IOException;

  /** The next bytes, or none at the end. */
  byte[] read() throws IOException;
}

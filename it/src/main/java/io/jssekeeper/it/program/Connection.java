package io.jssekeeper.it.program;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSession;

/** One TLS connection, over either of JSSE's two interfaces. */
interface Connection extends Closeable {
  void handshake() throws IOException;

  SSLSession session();

  /** The protocol chosen by ALPN, or an empty text. */
  String alpn();

  /** The socket beneath TLS; the TLS socket itself where JSSE created the connection. */
  Socket transport();

  void write(byte[] bytes) throws IOException;

  /** The next bytes, or none at the end of the stream. */
  byte[] read() throws IOException;
}

package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSession;

/** A connection without TLS. */
final class PlainConnection implements Connection {
  private final Socket socket;

  PlainConnection(Socket socket) {
    this.socket = socket;
  }

  @Override
  public void handshake() {
    // There is none.
  }

  @Override
  public SSLSession session() {
    throw new IllegalStateException("no TLS, no session");
  }

  @Override
  public String alpn() {
    return "";
  }

  @Override
  public Socket transport() {
    return socket;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public byte[] read() throws IOException {
    byte[] buffer = new byte[4096];
    int read = socket.getInputStream().read(buffer);
    return Arrays.copyOf(buffer, Math.max(read, 0));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

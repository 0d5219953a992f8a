package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A connection over an {@link SSLSocket}. */
final class SocketConnection implements Connection {
  private final SSLSocket socket;
  private final Socket beneath;

  SocketConnection(SSLSocket socket, Socket beneath) {
    this.socket = socket;
    this.beneath = beneath;
  }

  @Override
  public void handshake() throws IOException {
    socket.startHandshake();
  }

  @Override
  public SSLSession session() {
    return socket.getSession();
  }

  @Override
  public String alpn() {
    String chosen = socket.getApplicationProtocol();
    return chosen == null ? "" : chosen;
  }

  @Override
  public Socket transport() {
    return beneath;
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

package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A connection over an {@link SSLSocket}. */
final class SocketConnection implements Connection {
  private final SSLSocket socket;
  private final Socket beneath;
  private final PlainConnection stream;

  SocketConnection(SSLSocket socket, Socket beneath) {
    this.socket = socket;
    this.beneath = beneath;
    this.stream = new PlainConnection(socket);
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
    stream.write(bytes);
  }

  @Override
  public byte[] read() throws IOException {
    return stream.read();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}

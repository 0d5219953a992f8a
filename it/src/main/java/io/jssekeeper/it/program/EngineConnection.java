package io.jssekeeper.it.program;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** A connection over an {@link SSLEngine} and a blocking socket. */
final class EngineConnection implements Connection {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Socket socket;
  private final SSLEngine engine;
  // Both are always ready to be read from.
  private final ByteBuffer received = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private final ByteBuffer opened = ByteBuffer.allocate(BUFFER_BYTES).flip();

  EngineConnection(Socket socket, SSLEngine engine) {
    this.socket = socket;
    this.engine = engine;
  }

  @Override
  public void handshake() throws IOException {
    engine.beginHandshake();
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING) {
      status = step(status);
    }
  }

  private HandshakeStatus step(HandshakeStatus status) throws IOException {
    switch (status) {
      case NEED_TASK:
        engine.getDelegatedTask().run();
        return engine.getHandshakeStatus();
      case NEED_WRAP:
        return wrap(NOTHING).getHandshakeStatus();
      default:
        return unwrap().getHandshakeStatus();
    }
  }

  private SSLEngineResult wrap(ByteBuffer source) throws IOException {
    ByteBuffer sealed = ByteBuffer.allocate(BUFFER_BYTES);
    SSLEngineResult result = engine.wrap(source, sealed);
    socket.getOutputStream().write(sealed.array(), 0, sealed.position());
    return result;
  }

  private SSLEngineResult unwrap() throws IOException {
    try {
      SSLEngineResult result = open();
      while (result.getStatus() == Status.BUFFER_UNDERFLOW) {
        receive();
        result = open();
      }
      return result;
    } catch (SSLException failed) {
      sendAlert();
      throw failed;
    }
  }

  private SSLEngineResult open() throws SSLException {
    opened.compact();
    try {
      return engine.unwrap(received, opened);
    } finally {
      opened.flip();
    }
  }

  private void receive() throws IOException {
    received.compact();
    try {
      int read =
          socket.getInputStream().read(received.array(), received.position(), received.remaining());
      if (read < 0) {
        engine.closeInbound();
        throw new EOFException("the peer closed the connection");
      }
      received.position(received.position() + read);
    } finally {
      received.flip();
    }
  }

  /** JDK 11 still wants to wrap when there is nothing left to send. */
  private void sendAlert() throws IOException {
    boolean said = true;
    while (said && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      said = wrap(NOTHING).bytesProduced() > 0;
    }
  }

  @Override
  public SSLSession session() {
    return engine.getSession();
  }

  @Override
  public String alpn() {
    String chosen = engine.getApplicationProtocol();
    return chosen == null ? "" : chosen;
  }

  @Override
  public Socket transport() {
    return socket;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    while (source.hasRemaining()) {
      wrap(source);
    }
  }

  @Override
  public byte[] read() throws IOException {
    while (!opened.hasRemaining()) {
      SSLEngineResult result = unwrap();
      if (result.getStatus() == Status.CLOSED) {
        return new byte[0];
      }
      if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
        renegotiate();
      }
    }
    byte[] bytes = new byte[opened.remaining()];
    opened.get(bytes);
    return bytes;
  }

  /** Everything that can be answered immediately. */
  private void renegotiate() throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
      status = step(status);
    }
  }

  @Override
  public void close() throws IOException {
    try (socket) {
      engine.closeOutbound();
      while (!engine.isOutboundDone()) {
        wrap(NOTHING);
      }
    }
  }
}

package io.jssekeeper.bench.peers;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * One end of a TLS connection: an engine over a blocking channel, the same for each library.
 *
 * <p>Not for use by several threads.
 */
final class EngineConnection {
  private static final int BUFFER_BYTES = 1 << 15;
  private static final int MOST_CLOSING_WRAPS = 8;

  private final SocketChannel channel;
  private final SSLEngine engine;
  private final Buffers buffers;

  EngineConnection(SocketChannel channel, SSLEngine engine, Buffers buffers) {
    this.channel = channel;
    this.engine = engine;
    this.buffers = buffers.cleared();
  }

  void handshake() throws IOException {
    engine.beginHandshake();
    goOn();
  }

  /** Does what the engine needs until it needs nothing more. */
  private void goOn() throws IOException {
    while (true) {
      HandshakeStatus status = engine.getHandshakeStatus();
      if (status == HandshakeStatus.NEED_TASK) {
        runTasks();
      } else if (status == HandshakeStatus.NEED_WRAP) {
        send(ByteBuffer.allocate(0));
      } else if (status == HandshakeStatus.NEED_UNWRAP) {
        if (!receive()) {
          throw new EOFException("closed within the handshake");
        }
      } else {
        return;
      }
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  void write(int octet) throws IOException {
    ByteBuffer data = ByteBuffer.wrap(new byte[] {(byte) octet});
    while (data.hasRemaining()) {
      send(data);
      goOn();
    }
  }

  /** Returns -1 at the end of the stream. */
  int read() throws IOException {
    while (buffers.data.position() == 0) {
      if (!receive()) {
        return -1;
      }
      goOn();
    }
    buffers.data.flip();
    int octet = buffers.data.get() & 0xff;
    buffers.data.compact();
    return octet;
  }

  /** Sends close_notify, waits for the peer's unless it has come, and closes the channel. */
  void close() throws IOException {
    engine.closeOutbound();
    for (int i = 0; i < MOST_CLOSING_WRAPS && !engine.isOutboundDone(); i++) {
      send(ByteBuffer.allocate(0));
    }
    channel.shutdownOutput();
    while (!engine.isInboundDone() && receive()) {
      buffers.data.clear();
    }
    channel.close();
  }

  private void send(ByteBuffer data) throws IOException {
    buffers.out.clear();
    engine.wrap(data, buffers.out);
    buffers.out.flip();
    while (buffers.out.hasRemaining()) {
      channel.write(buffers.out);
    }
  }

  /** Reads a record, or a part of one. Returns false if there is no more. */
  private boolean receive() throws IOException {
    buffers.in.flip();
    SSLEngineResult result = engine.unwrap(buffers.in, buffers.data);
    buffers.in.compact();
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      return false;
    }
    boolean stuck =
        result.bytesConsumed() == 0
            && result.bytesProduced() == 0
            && result.getHandshakeStatus() != HandshakeStatus.FINISHED;
    boolean waits = engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP;
    boolean idle = engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    return !stuck || !(waits || idle) || channel.read(buffers.in) >= 0;
  }

  /** Of one thread, for one connection after the other. */
  static final class Buffers {
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer data = ByteBuffer.allocateDirect(BUFFER_BYTES);

    private Buffers cleared() {
      in.clear();
      out.clear();
      data.clear();
      return this;
    }
  }
}

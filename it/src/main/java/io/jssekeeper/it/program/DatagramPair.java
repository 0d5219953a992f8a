package io.jssekeeper.it.program;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** Two DTLS engines that exchange datagrams, in one thread. */
final class DatagramPair {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final int MOST_ROUNDS = 1_000;

  private final End client;
  private final End server;

  /**
   * @param loses whether the server's first datagram is lost
   */
  DatagramPair(SSLEngine client, SSLEngine server, boolean loses) {
    Queue<ByteBuffer> toClient = new ArrayDeque<>();
    Queue<ByteBuffer> toServer = new ArrayDeque<>();
    this.client = new End(client, toClient, toServer, false);
    this.server = new End(server, toServer, toClient, loses);
  }

  /**
   * Runs until both ends are done, then closes both. What one throws, the other receives as an
   * alert.
   */
  void handshake() throws SSLException {
    client.engine.beginHandshake();
    server.engine.beginHandshake();
    SSLException failure = null;
    for (int round = 0; round < MOST_ROUNDS && !(client.isDone() && server.isDone()); round++) {
      int moved = client.moves + server.moves;
      failure = earlier(failure, client.step());
      failure = earlier(failure, server.step());
      if (moved == client.moves + server.moves) {
        client.sendAgain(); // the timer of a real transport
      }
    }
    client.close();
    server.close();
    if (failure != null) {
      throw failure;
    }
  }

  private static SSLException earlier(SSLException one, SSLException other) {
    return one == null ? other : one;
  }

  /** One engine, and the datagrams it has not read yet. */
  private static final class End {
    private final SSLEngine engine;
    private final Queue<ByteBuffer> in;
    private final Queue<ByteBuffer> out;
    private boolean loses;
    private int moves;

    End(SSLEngine engine, Queue<ByteBuffer> in, Queue<ByteBuffer> out, boolean loses) {
      this.engine = engine;
      this.in = in;
      this.out = out;
      this.loses = loses;
    }

    boolean isDone() {
      HandshakeStatus status = engine.getHandshakeStatus();
      return status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.FINISHED;
    }

    /** Returns what went wrong, or null. */
    SSLException step() {
      try {
        move(engine.getHandshakeStatus());
        return null;
      } catch (SSLException failed) {
        return failed;
      }
    }

    private void move(HandshakeStatus status) throws SSLException {
      switch (status) {
        case NEED_TASK:
          engine.getDelegatedTask().run();
          moves++;
          break;
        case NEED_WRAP:
          send();
          break;
        case NEED_UNWRAP_AGAIN:
          engine.unwrap(NOTHING, ByteBuffer.allocate(BUFFER_BYTES));
          moves++;
          break;
        case NEED_UNWRAP:
          receive();
          break;
        default:
      }
    }

    private void receive() throws SSLException {
      if (!in.isEmpty()) {
        moves++;
        engine.unwrap(in.remove(), ByteBuffer.allocate(BUFFER_BYTES));
      }
    }

    private void send() throws SSLException {
      ByteBuffer datagram = ByteBuffer.allocate(BUFFER_BYTES);
      SSLEngineResult result = engine.wrap(NOTHING, datagram);
      moves++;
      if (result.bytesProduced() > 0 && !loses) {
        out.add(datagram.flip());
      }
      loses &= result.bytesProduced() == 0;
    }

    /** An engine that waits for its peer retransmits its last flight when told to wrap. */
    void sendAgain() throws SSLException {
      send();
    }

    void close() {
      engine.closeOutbound();
    }
  }
}

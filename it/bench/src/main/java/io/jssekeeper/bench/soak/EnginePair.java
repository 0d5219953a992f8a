package io.jssekeeper.bench.soak;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;

/** Connects a client with a server in memory, again and again. For one thread. */
final class EnginePair {
  private static final int MOST_STEPS = 40;
  private static final int BYTES = 1 << 16;

  private final ByteBuffer toServer = ByteBuffer.allocate(BYTES);
  private final ByteBuffer toClient = ByteBuffer.allocate(BYTES);
  private final ByteBuffer received = ByteBuffer.allocate(BYTES);
  private EngineEnd client;
  private EngineEnd server;

  void connect(SSLEngine itsClient, SSLEngine itsServer) {
    toServer.clear();
    toClient.clear();
    client = new EngineEnd(itsClient, toClient, toServer, received);
    server = new EngineEnd(itsServer, toServer, toClient, received);
  }

  /** Goes on until nothing moves. Returns whether both ends have completed the handshake. */
  boolean shakeHands() {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (!(client.step() | server.step())) {
        return client.isDone() && server.isDone();
      }
    }
    throw new IllegalStateException("no end of the handshake");
  }

  /** Breaks after the server's first answer. */
  void cut() {
    client.step();
    server.step();
    client.cut();
    server.cut();
  }

  /** When the session was created, by the wall clock. */
  long created() {
    return client.engine().getSession().getCreationTime();
  }

  void close() {
    client.engine().closeOutbound();
    client.step();
    server.step();
    client.step();
  }
}

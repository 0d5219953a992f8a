package io.jssekeeper.bench.soak;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** One end of a connection in memory. For one thread. */
final class EngineEnd {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final ByteBuffer in;
  private final ByteBuffer out;
  private final ByteBuffer received;
  private boolean broken;

  /**
   * @param wires what arrives, what is sent, and room for what it contained
   */
  EngineEnd(SSLEngine engine, ByteBuffer... wires) {
    this.engine = engine;
    this.in = wires[0];
    this.out = wires[1];
    this.received = wires[2];
  }

  SSLEngine engine() {
    return engine;
  }

  /** Reads and writes all there is. Returns whether anything moved. */
  boolean step() {
    if (broken) {
      return false;
    }
    try {
      boolean read = read();
      return write() || read;
    } catch (SSLException e) {
      broken = true;
      sendAlert();
      return true;
    }
  }

  private boolean read() throws SSLException {
    boolean any = false;
    in.flip();
    try {
      SSLEngineResult result;
      do {
        received.clear();
        result = engine.unwrap(in, received);
        any |= runTasks() | result.bytesConsumed() > 0;
      } while (result.bytesConsumed() > 0);
    } finally {
      in.compact();
    }
    return any;
  }

  private boolean write() throws SSLException {
    boolean any = false;
    SSLEngineResult result;
    do {
      result = engine.wrap(NOTHING, out);
      any |= runTasks() | result.bytesProduced() > 0;
    } while (result.bytesProduced() > 0);
    return any;
  }

  private boolean runTasks() {
    boolean any = false;
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
      any = true;
    }
    return any;
  }

  private void sendAlert() {
    try {
      write();
    } catch (SSLException again) {
      engine.closeOutbound(); // it has said what it could
    }
  }

  boolean isDone() {
    return !broken
        && engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING
        && !engine.getSession().getCipherSuite().equals("SSL_NULL_WITH_NULL_NULL");
  }

  /** The transport is gone. */
  void cut() {
    try {
      engine.closeInbound();
    } catch (SSLException expected) {
      engine.closeOutbound();
    }
  }
}

package io.jssekeeper.selfcheck;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** One side of a connection, which sends one byte after its handshake. For one thread. */
final class LoopbackPeer {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final ByteBuffer toSay = ByteBuffer.allocate(1);
  private final ByteBuffer heard;
  private final ByteBuffer sent;

  LoopbackPeer(SSLEngine engine, boolean client) throws SSLException {
    this.engine = engine;
    engine.setUseClientMode(client);
    heard = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    // The longest flight, plus what the other side has not read of the one before.
    sent = ByteBuffer.allocate(4 * engine.getSession().getPacketBufferSize());
  }

  SSLEngine engine() {
    return engine;
  }

  boolean hasHeard() {
    return heard.position() > 0;
  }

  /** The bytes on their way to the other side, readable from the beginning. */
  ByteBuffer sent() {
    return sent;
  }

  /** Reads what arrived, and writes what there is to send. */
  void turn(ByteBuffer received) throws SSLException {
    received.flip();
    boolean readsOn = true;
    while (received.hasRemaining() && readsOn) {
      int before = received.remaining();
      engine.unwrap(received, heard);
      runTasks();
      readsOn = received.remaining() < before;
    }
    received.compact();
    runTasks();
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      wrap(NOTHING);
    }
    if (hasShakenHands() && toSay.hasRemaining()) {
      wrap(toSay);
    }
  }

  /** It starts by wanting to handshake, so that nothing is done only afterwards. */
  private boolean hasShakenHands() {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
  }

  private void wrap(ByteBuffer what) throws SSLException {
    SSLEngineResult result = engine.wrap(what, sent);
    if (result.getStatus() != SSLEngineResult.Status.OK) {
      throw new SSLException("an engine wraps nothing: " + result.getStatus());
    }
    runTasks();
  }

  private void runTasks() {
    Runnable task;
    while ((task = engine.getDelegatedTask()) != null) {
      task.run();
    }
  }
}

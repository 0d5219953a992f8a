package io.jssekeeper.it.program;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** Both ends of a connection in memory, with something between them that spoils a record. */
final class FuzzedPair {
  private static final int SIZE = 65_536;
  private static final int HEADER = 5;
  private static final int MAX_STEPS = 500;
  private static final byte[] PAGE = {1, 2, 3};

  private final End client;
  private final End server;
  private final Spoiling spoiling;
  private boolean looping;

  FuzzedPair(SSLContext context, String protocol, Spoiling spoiling) throws SSLException {
    this.spoiling = spoiling;
    client = new End(context, protocol, true);
    server = new End(context, protocol, false);
    client.engine.beginHandshake();
  }

  /** Until both have got a page, or neither has anything to do, or one refuses. */
  void talk() throws SSLException {
    boolean more = true;
    for (int step = 0; more && step < MAX_STEPS; step++) {
      more = client.work(server) | server.work(client);
    }
    looping = more;
  }

  boolean isLooping() {
    return looping;
  }

  boolean isComplete() {
    return client.got >= PAGE.length && server.got >= PAGE.length;
  }

  long sessionCreated() {
    return client.engine.getSession().getCreationTime();
  }

  private final class End {
    private final SSLEngine engine;
    private final boolean isClient;
    private final ByteBuffer out = ByteBuffer.allocate(SIZE);
    private ByteBuffer in = ByteBuffer.allocate(0);
    private int sent;
    private int got;
    private boolean pageSent;

    End(SSLContext context, String protocol, boolean isClient) {
      this.isClient = isClient;
      engine = context.createSSLEngine("fuzz.example", 443);
      engine.setUseClientMode(isClient);
      engine.setEnabledProtocols(new String[] {protocol});
    }

    /** Returns whether there was anything to do. */
    boolean work(End peer) throws SSLException {
      Runnable task = engine.getDelegatedTask();
      if (task != null) {
        task.run();
        return true;
      }
      if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        return wrap(ByteBuffer.allocate(0), peer);
      }
      if (in.hasRemaining() && unwrap()) {
        return true;
      }
      if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
          && !pageSent
          && hasBegun()) {
        pageSent = true;
        return wrap(ByteBuffer.wrap(PAGE), peer);
      }
      return false;
    }

    private boolean hasBegun() {
      return !engine.getSession().getCipherSuite().contains("NULL_WITH_NULL");
    }

    private boolean wrap(ByteBuffer what, End peer) throws SSLException {
      SSLEngineResult result = engine.wrap(what, out);
      out.flip();
      byte[] bytes = new byte[out.remaining()];
      out.get(bytes);
      out.clear();
      peer.receive(spoiled(bytes));
      return result.bytesProduced() > 0 || result.getStatus() == Status.OK;
    }

    private byte[] spoiled(byte[] bytes) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      int at = 0;
      while (at + HEADER <= bytes.length) {
        int length = HEADER + ((bytes[at + 3] & 255) << 8 | bytes[at + 4] & 255);
        byte[] record = Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length));
        for (byte[] arriving : spoiling.of(record, isClient, sent)) {
          all.write(arriving, 0, arriving.length);
        }
        sent++;
        at += length;
      }
      return all.toByteArray();
    }

    private void receive(byte[] bytes) {
      ByteBuffer more = ByteBuffer.allocate(in.remaining() + bytes.length);
      in = more.put(in).put(bytes).flip();
    }

    private boolean unwrap() throws SSLException {
      ByteBuffer page = ByteBuffer.allocate(SIZE);
      SSLEngineResult result = engine.unwrap(in, page);
      got += page.position();
      return result.bytesConsumed() > 0;
    }
  }
}

package io.jssekeeper.bench;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A handshake of a client with a server in the same thread, with engines and in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class HandshakeCalls {
  /** The key store of both sides: a system property of the measured JVM. */
  static final String KEYS = "bench.keys";

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int MOST_STEPS = 100;

  @Param({"TLSv1.2", "TLSv1.3"})
  public String protocol;

  private SSLContext context;
  private int peers;
  private final ByteBuffer toServer = ByteBuffer.allocate(1 << 16);
  private final ByteBuffer toClient = ByteBuffer.allocate(1 << 16);
  private final ByteBuffer received = ByteBuffer.allocate(1 << 16);

  @Setup
  public void makeContext() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(System.getProperty(KEYS))) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
  }

  /** With a new peer. */
  @Benchmark
  public long full() throws SSLException {
    long began = System.currentTimeMillis();
    long created = shakeHands("peer-" + peers++);
    if (created < began) {
      throw new IllegalStateException("it was resumed");
    }
    return created;
  }

  /** With the same peer again and again. */
  @Benchmark
  public long resumed() throws SSLException {
    long created = shakeHands("peer");
    if (peers++ > 0 && created >= System.currentTimeMillis()) {
      throw new IllegalStateException("it was full");
    }
    return created;
  }

  /** Returns when the session was created, after a handshake and the tickets that follow it. */
  private long shakeHands(String peer) throws SSLException {
    SSLEngine client = engine(true, context.createSSLEngine(peer, 443));
    connect(client, engine(false, context.createSSLEngine()));
    return client.getSession().getCreationTime();
  }

  SSLContext context() {
    return context;
  }

  void connect(SSLEngine client, SSLEngine server) throws SSLException {
    toServer.clear();
    toClient.clear();
    for (int step = 0; !bothAreDone(client, server); step++) {
      if (step > MOST_STEPS) {
        throw new IllegalStateException("no end of the handshake");
      }
      step(client, toServer, toClient);
      step(server, toClient, toServer);
    }
    step(client, toServer, toClient);
  }

  SSLEngine engine(boolean isClient, SSLEngine engine) {
    engine.setUseClientMode(isClient);
    engine.setEnabledProtocols(new String[] {protocol});
    return engine;
  }

  private boolean bothAreDone(SSLEngine client, SSLEngine server) {
    return isDone(client) && isDone(server) && toServer.position() == 0 && toClient.position() == 0;
  }

  private static boolean isDone(SSLEngine engine) {
    return engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING
        && engine.getSession().isValid()
        && !engine.getSession().getCipherSuite().equals("SSL_NULL_WITH_NULL_NULL");
  }

  /** Reads everything received, and writes everything there is to send. */
  private void step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
    in.flip();
    SSLEngineResult read;
    do {
      received.clear();
      read = engine.unwrap(in, received);
      runTasks(engine);
    } while (read.bytesConsumed() > 0);
    in.compact();
    SSLEngineResult written;
    do {
      written = engine.wrap(ByteBuffer.allocate(0), out);
      runTasks(engine);
    } while (written.bytesProduced() > 0);
  }

  private static void runTasks(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }
}

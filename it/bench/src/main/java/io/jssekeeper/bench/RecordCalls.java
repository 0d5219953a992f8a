package io.jssekeeper.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A TLS 1.3 record of application data, from a client to a server that reads it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class RecordCalls {
  private static final int MOST = 1 << 14;

  @Param({"64", "16000"})
  public int bytes;

  private final HandshakeCalls calls = new HandshakeCalls();
  private final ByteBuffer wire = ByteBuffer.allocate(1 << 16);
  private final ByteBuffer received = ByteBuffer.allocate(1 << 16);
  private ByteBuffer data;
  private SSLEngine client;
  private SSLEngine server;
  private ServerSocket listening;
  private SSLSocket socket;

  @Setup
  public void connect() throws Exception {
    data = ByteBuffer.allocate(bytes);
    calls.protocol = "TLSv1.3";
    calls.makeContext();
    client = calls.engine(true, calls.context().createSSLEngine("peer", 443));
    server = calls.engine(false, calls.context().createSSLEngine());
    calls.connect(client, server);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    listening = calls.context().getServerSocketFactory().createServerSocket(0, 1, loopback);
    Thread reader = new Thread(this::read);
    reader.setDaemon(true);
    reader.start();
    socket =
        (SSLSocket)
            calls.context().getSocketFactory().createSocket(loopback, listening.getLocalPort());
    socket.startHandshake();
  }

  private void read() {
    try (InputStream in = listening.accept().getInputStream()) {
      byte[] buffer = new byte[MOST];
      while (in.read(buffer) >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException over) {
      // The client has closed.
    }
  }

  @TearDown
  public void close() throws IOException {
    socket.close();
    listening.close();
  }

  @Benchmark
  public int engine() throws SSLException {
    data.clear();
    wire.clear();
    received.clear();
    client.wrap(data, wire);
    wire.flip();
    server.unwrap(wire, received);
    if (received.position() != bytes) {
      throw new IllegalStateException(received.position() + " bytes came");
    }
    return received.position();
  }

  @Benchmark
  public void socket() throws IOException {
    socket.getOutputStream().write(data.array());
  }
}

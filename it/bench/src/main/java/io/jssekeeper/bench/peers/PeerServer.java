package io.jssekeeper.bench.peers;

import io.jssekeeper.bench.peers.EngineConnection.Buffers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Scanner;
import javax.net.ssl.SSLEngine;

/**
 * The server that is measured: it answers one byte with the same byte.
 *
 * <p>Arguments: LIBRARY KEYSTORE PORT; the library {@code plain} means no TLS, behind a proxy.
 * Prints {@code ready}, obeys {@code fill} and {@code live} with one line each, and ends with its
 * input.
 */
final class PeerServer {
  private static final int THREADS = 4;
  private static final int BACKLOG = 200;

  private final TlsLibrary library;
  private final ServerSocketChannel listening;

  private PeerServer(TlsLibrary library, ServerSocketChannel listening) {
    this.library = library;
    this.listening = listening;
  }

  public static void main(String[] args) throws Exception {
    TlsLibrary library =
        args[0].equals("plain")
            ? null
            : TlsLibrary.named(args[0], Identity.read(Path.of(args[1])), new CountingTrust());
    ServerSocketChannel listening = ServerSocketChannel.open();
    listening.bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2])),
        BACKLOG);
    PeerServer server = new PeerServer(library, listening);
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(server::serveAll, "server-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    System.out.println("ready");
    obey();
  }

  private static void obey() throws InterruptedException {
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      switch (lines.nextLine()) {
        case "fill":
          Heap.fill();
          System.out.println("done");
          break;
        default:
          System.out.println(Heap.liveBytes());
      }
    }
  }

  private void serveAll() {
    Buffers buffers = new Buffers();
    while (true) {
      try (SocketChannel channel = listening.accept()) {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        serve(channel, buffers);
      } catch (Exception e) {
        e.printStackTrace();
      }
    }
  }

  private void serve(SocketChannel channel, Buffers buffers) throws Exception {
    if (library == null) {
      answer(channel);
      return;
    }
    SSLEngine engine = library.server();
    try {
      engine.setUseClientMode(false);
      EngineConnection connection = new EngineConnection(channel, engine, buffers);
      connection.handshake();
      connection.write(connection.read());
      connection.read();
      connection.close();
    } finally {
      library.release(engine);
    }
  }

  private static void answer(SocketChannel channel) throws IOException {
    ByteBuffer octet = ByteBuffer.allocate(1);
    if (channel.read(octet) == 1) {
      channel.write(octet.flip());
      channel.read(octet.clear());
    }
  }
}

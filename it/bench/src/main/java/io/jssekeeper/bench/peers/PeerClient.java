package io.jssekeeper.bench.peers;

import io.jssekeeper.bench.peers.EngineConnection.Buffers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Many clients of one server, in one JVM: the library's session cache knows the server by another
 * name for each of them, while the server sees the name NAME. Without NAME it is one client of many
 * servers.
 *
 * <p>Arguments: LIBRARY KEYSTORE [NAME]. Prints {@code ready}, and ends with its input. Obeys with
 * a line each: {@code visit PORT PROTOCOL NAME COUNT}, the clients NAME-0 to NAME-(COUNT-1) connect
 * once, answers how many were resumed; {@code beside PORT PROTOCOL NAME COUNT}, each opens a second
 * connection before anything has arrived by its first, answers how many of the second were resumed;
 * {@code fill}.
 */
final class PeerClient {
  private static final int THREADS = 2;
  private static final int LIMIT_MILLIS = 20_000;

  private final CountingTrust trust = new CountingTrust();
  private final TlsLibrary library;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });

  private final String serverName;

  private PeerClient(String library, Identity identity, String serverName) throws Exception {
    this.library = TlsLibrary.named(library, identity, trust);
    this.serverName = serverName;
  }

  public static void main(String[] args) throws Exception {
    PeerClient client =
        new PeerClient(args[0], Identity.read(Path.of(args[1])), args.length > 2 ? args[2] : null);
    System.out.println("ready");
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      String[] words = lines.nextLine().split(" ");
      if (words[0].equals("fill")) {
        Heap.fill();
        System.out.println("done");
      } else {
        System.out.println(client.answer(words));
      }
    }
  }

  private String answer(String[] words) {
    Server server = new Server(Integer.parseInt(words[1]), words[2]);
    int count = Integer.parseInt(words[4]);
    try {
      return Integer.toString(
          words[0].equals("beside")
              ? besides(server, words[3], count)
              : visits(server, words[3], count));
    } catch (Exception e) {
      e.printStackTrace();
      return "failed: " + e;
    }
  }

  private int visits(Server server, String name, int count) throws Exception {
    long before = trust.asked();
    List<Callable<Void>> parts = new ArrayList<>();
    for (int part = 0; part < THREADS; part++) {
      int first = part;
      parts.add(
          () -> {
            Buffers buffers = new Buffers();
            for (int i = first; i < count; i += THREADS) {
              visit(server, name + "-" + i, buffers);
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(parts)) {
      done.get();
    }
    return (int) (count - (trust.asked() - before));
  }

  private void visit(Server server, String peer, Buffers buffers) throws Exception {
    SSLEngine engine = engine(server, peer);
    try (SocketChannel channel = server.connect()) {
      EngineConnection connection = new EngineConnection(channel, engine, buffers);
      connection.handshake();
      exchange(connection);
    } finally {
      library.release(engine);
    }
  }

  private static void exchange(EngineConnection connection) throws IOException {
    connection.write(1);
    if (connection.read() != 1) {
      throw new IOException("no answer");
    }
    connection.close();
  }

  private int besides(Server server, String name, int count) throws Exception {
    Buffers first = new Buffers();
    Buffers second = new Buffers();
    int resumed = 0;
    for (int i = 0; i < count; i++) {
      resumed += beside(server, name + "-" + i, first, second);
    }
    return resumed;
  }

  private int beside(Server server, String peer, Buffers first, Buffers second) throws Exception {
    SSLEngine one = engine(server, peer);
    SSLEngine other = engine(server, peer);
    try (SocketChannel channelOfOne = server.connect();
        SocketChannel channelOfOther = server.connect()) {
      EngineConnection connection = new EngineConnection(channelOfOne, one, first);
      connection.handshake();
      long before = trust.asked();
      EngineConnection beside = new EngineConnection(channelOfOther, other, second);
      beside.handshake();
      int resumed = trust.asked() == before ? 1 : 0;
      exchange(connection);
      exchange(beside);
      return resumed;
    } finally {
      library.release(one);
      library.release(other);
    }
  }

  private SSLEngine engine(Server server, String peer) throws Exception {
    SSLEngine engine = library.client(peer, server.port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    String name = serverName == null ? peer + ".example" : serverName;
    parameters.setServerNames(List.of(new SNIHostName(name)));
    parameters.setProtocols(new String[] {server.protocol});
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** Where to connect to, and how. */
  private static final class Server {
    private final int port;
    private final String protocol;

    Server(int port, String protocol) {
      this.port = port;
      this.protocol = protocol;
    }

    SocketChannel connect() throws IOException {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel
          .socket()
          .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
      return channel;
    }
  }
}

package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a client and a server and notes what the client's first message offers.
 *
 * <p>So it tells what went over the wire, whatever either side says of it.
 */
public final class Relay implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final List<Hello> hellos = new CopyOnWriteArrayList<>();

  private Relay(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  public static Relay to(long port) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Relay relay = new Relay(listening, (int) port);
      start(relay::acceptAll);
      return relay;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public long port() {
    return listening.getLocalPort();
  }

  /** The ClientHello of each connection so far. */
  public List<Hello> hellos() {
    return List.copyOf(hellos);
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        start(() -> relay(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void relay(Socket accepted) {
    try (Socket client = accepted;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      byte[] first = Hello.read(client.getInputStream());
      hellos.add(Hello.of(first));
      server.getOutputStream().write(first);
      start(() -> copy(client, server));
      copy(server, client);
    } catch (IOException broken) {
      // The client and the server see it too.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      // The client and the server see it too.
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

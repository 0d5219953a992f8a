package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A load balancer in front of several servers: each connection goes to the next one. */
public final class RoundRobin implements AutoCloseable {
  private final ServerSocket listening;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Long> targets;

  private RoundRobin(ServerSocket listening, List<Long> targets) {
    this.listening = listening;
    this.targets = targets;
  }

  /**
   * @param ports of servers on loopback
   */
  public static RoundRobin to(List<Long> ports) {
    try {
      ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      RoundRobin balancer = new RoundRobin(listening, List.copyOf(ports));
      start(balancer::acceptAll);
      return balancer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public long port() {
    return listening.getLocalPort();
  }

  /** From now on these have new connections. */
  public void targets(List<Long> ports) {
    targets = List.copyOf(ports);
  }

  private void acceptAll() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        List<Long> now = targets;
        long port = now.get(turn.getAndIncrement() % now.size());
        start(() -> relay(client, (int) port));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void relay(Socket accepted, int port) {
    try (Socket client = accepted;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread requests = start(() -> copy(client, server));
      copy(server, client);
      requests.join();
    } catch (IOException | InterruptedException broken) {
      // The client sees it.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      // Both ends see it.
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "round-robin");
    thread.setDaemon(true);
    thread.start();
    return thread;
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

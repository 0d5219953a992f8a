package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sits between a client and a server, and notes what the client's first message offers, and whether
 * the server resumes.
 *
 * <p>So it shows what went over the wire, whatever either side reports.
 */
public final class Relay implements AutoCloseable {
  /** How long a client may take to close after the other side has closed. */
  private static final int PATIENCE_MILLIS = 5000;

  private final ServerSocket listening;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Long> targets;
  private final List<Hello> hellos = new CopyOnWriteArrayList<>();
  private final AtomicInteger full = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private volatile int cutAfterBytes = Integer.MAX_VALUE;

  private Relay(ServerSocket listening, List<Long> targets) {
    this.listening = listening;
    this.targets = targets;
  }

  public static Relay to(long port) {
    return toEach(List.of(port));
  }

  /** A load balancer: each connection goes to the next of these loopback ports. */
  public static Relay toEach(List<Long> ports) {
    try {
      ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Relay relay = new Relay(listening, List.copyOf(ports));
      start(relay::acceptAll);
      return relay;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public long port() {
    return listening.getLocalPort();
  }

  /** From now on, relays to another server. */
  public void target(long port) {
    targets(List.of(port));
  }

  /** From now on, relays to these servers in turn. */
  public void targets(List<Long> ports) {
    targets = List.copyOf(ports);
  }

  private int next() {
    List<Long> now = targets;
    return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).intValue();
  }

  /** The ClientHello of each connection so far. */
  public List<Hello> hellos() {
    return List.copyOf(hellos);
  }

  /** How many handshakes were full so far, according to the server's messages. */
  public int full() {
    return full.get();
  }

  /** How many handshakes were resumed so far, according to the server's messages. */
  public int resumed() {
    return resumed.get();
  }

  /** From now on, ends each connection after that many bytes from the server. */
  public void cutAfter(int bytes) {
    cutAfterBytes = bytes;
  }

  /** From now on, passes everything on unchanged. */
  public void passAll() {
    cutAfterBytes = Integer.MAX_VALUE;
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
        Socket server = new Socket(InetAddress.getLoopbackAddress(), next())) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      byte[] first = Hello.read(client.getInputStream());
      hellos.add(Hello.of(first));
      server.getOutputStream().write(first);
      Thread requests = start(() -> copyRequests(client, server));
      boolean isResumed =
          new ServerFlight(server.getInputStream(), client.getOutputStream()).isResumed();
      (isResumed ? resumed : full).incrementAndGet();
      copyFrom(server, client);
      requests.join(PATIENCE_MILLIS);
    } catch (IOException | InterruptedException broken) {
      // The client and the server notice it too.
    }
  }

  private void copyFrom(Socket server, Socket client) throws IOException {
    byte[] bytes = new byte[4096];
    int total = 0;
    while (total < cutAfterBytes) {
      int count = server.getInputStream().read(bytes);
      if (count < 0) {
        break;
      }
      client.getOutputStream().write(bytes, 0, count);
      total += count;
    }
    client.shutdownOutput();
  }

  private void copyRequests(Socket client, Socket server) {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException broken) {
      // The client and the server notice it too.
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task, "relay");
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

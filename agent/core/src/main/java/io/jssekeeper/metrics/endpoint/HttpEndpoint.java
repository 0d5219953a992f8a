package io.jssekeeper.metrics.endpoint;

import io.jssekeeper.core.WebPage;
import io.jssekeeper.threads.KeeperThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A small HTTP server for a few readers that slow clients cannot block: a connection has a few
 * seconds for its one request and response, and if there are too many, the newest replaces the
 * oldest. Thread-safe.
 *
 * <p>The JDK's server is limited only by system properties ({@code sun.net.httpserver.*}), which
 * belong to the application too, and it initialises {@code java.util.logging}.
 */
final class HttpEndpoint implements Runnable {
  static final int MAX_CONNECTIONS = 8;

  private static final int BACKLOG = 8;
  private static final long MAX_NANOS = 5_000_000_000L;
  private static final int TICK_MILLIS = 500;
  private static final long PAUSE_NANOS = 100_000_000;
  private static final String THREAD = "jsse-keeper-metrics-http";

  private final ServerSocket listening = new ServerSocket();
  private final Map<String, WebPage> pages;
  private final AllowedHosts hosts;

  /** The oldest first. Guarded by itself. */
  private final Deque<HttpConnection> open = new ArrayDeque<>();

  /**
   * Takes the port there. Who connects waits until it is started.
   *
   * @param pages by path
   */
  HttpEndpoint(InetSocketAddress address, Map<String, WebPage> pages) throws IOException {
    this.pages = pages;
    this.hosts = new AllowedHosts(address);
    try {
      listening.bind(address, BACKLOG);
    } catch (IOException | RuntimeException e) {
      listening.close();
      throw e;
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  void start() {
    daemon(this).start();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = KeeperThread.daemon(THREAD, work);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    return thread;
  }

  /** Breaks off what is under way, and frees the port. */
  void close() throws IOException {
    listening.close();
    closeAll(Long.MIN_VALUE);
  }

  /** Accepts, and closes what has lasted too long, until it is closed. */
  @Override
  public void run() {
    while (!listening.isClosed()) {
      try {
        listening.setSoTimeout(isIdle() ? 0 : TICK_MILLIS);
        serve(listening.accept());
      } catch (SocketTimeoutException e) {
        // Time to look at those that are open.
      } catch (Throwable t) {
        LockSupport.parkNanos(PAUSE_NANOS); // no heap or no file for it: there will be again
      }
      closeAll(MAX_NANOS);
    }
    closeAll(Long.MIN_VALUE); // what was accepted meanwhile
  }

  private boolean isIdle() {
    synchronized (open) {
      return open.isEmpty();
    }
  }

  private void serve(Socket socket) throws IOException {
    boolean served = false;
    try {
      HttpConnection connection = new HttpConnection(socket, pages, hosts);
      Thread thread = daemon(new Served(connection));
      enter(connection);
      thread.start();
      served = true;
    } finally {
      if (!served) {
        socket.close(); // and leaves when its time is over
      }
    }
  }

  private void enter(HttpConnection connection) {
    HttpConnection displaced = null;
    synchronized (open) {
      if (open.size() >= MAX_CONNECTIONS) {
        displaced = open.pollFirst();
      }
      open.addLast(connection);
    }
    if (displaced != null) {
      displaced.close();
    }
  }

  /** Closes those that have lasted for longer. */
  private void closeAll(long nanos) {
    HttpConnection oldest;
    while ((oldest = takeOldest(nanos)) != null) {
      oldest.close();
    }
  }

  private HttpConnection takeOldest(long nanos) {
    synchronized (open) {
      HttpConnection oldest = open.peekFirst();
      return oldest != null && oldest.lasts() > nanos ? open.pollFirst() : null;
    }
  }

  /** A connection on its own thread. */
  private final class Served implements Runnable {
    private final HttpConnection connection;

    Served(HttpConnection connection) {
      this.connection = connection;
    }

    @Override
    public void run() {
      connection.run();
      synchronized (open) {
        open.remove(connection);
      }
    }
  }
}

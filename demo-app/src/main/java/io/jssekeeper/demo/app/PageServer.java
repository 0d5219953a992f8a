package io.jssekeeper.demo.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * An HTTPS server on the loopback address that answers every request with the same page.
 *
 * <p>As a program: {@code PageServer KEYSTORE [SESSION_TIMEOUT_SECONDS]} prints {@code listening
 * PORT}, executes {@code pressure}, and ends with its standard input.
 */
public final class PageServer {
  /** The system property for the port; any free one if it is not set. */
  public static final String PORT = "demo.port";

  private static final int BACKLOG = 200;
  private static final int THREADS = 8;
  private static final int READ_TIMEOUT_MILLIS = 10_000;
  private static final byte[] PAGE =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nhello\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final SSLServerSocket listener;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, Daemons::thread);

  private PageServer(SSLServerSocket listener) {
    this.listener = listener;
  }

  public static void main(String[] args) throws Exception {
    SSLContext tls = TlsContexts.of(Path.of(args[0]));
    if (args.length > 1) {
      tls.getServerSessionContext().setSessionTimeout(Integer.parseInt(args[1]));
    }
    PageServer server = start(tls);
    System.out.println("listening " + server.port());
    new CommandLoop(Map.of("pressure", words -> MemoryPressure.apply()))
        .obey(System.in, System.out);
  }

  /** Listens; daemon threads accept and answer connections until the JVM ends. */
  static PageServer start(SSLContext tls) throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(
                    Integer.getInteger(PORT, 0), BACKLOG, InetAddress.getLoopbackAddress());
    PageServer server = new PageServer(listener);
    Daemons.thread(server::acceptAll).start();
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket connection = listener.accept();
        workers.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      System.err.println("no longer listening: " + e);
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(READ_TIMEOUT_MILLIS);
      connection.setTcpNoDelay(true);
      skipRequest(connection);
      connection.getOutputStream().write(PAGE);
    } catch (IOException e) {
      System.err.println("connection failed: " + e);
    }
  }

  private static void skipRequest(Socket connection) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String line = lines.readLine();
    while (line != null && !line.isEmpty()) {
      line = lines.readLine();
    }
  }
}

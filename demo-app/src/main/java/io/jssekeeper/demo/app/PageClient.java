package io.jssekeeper.demo.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An HTTPS client that fetches pages of many sites, all served on one loopback port.
 *
 * <p>Only the TLS layer sees the site's name, which is never resolved, so the client's session
 * cache treats each name as a separate peer.
 *
 * <p>As a program: {@code PageClient KEYSTORE PORT [SESSION_TIMEOUT_SECONDS]} prints {@code ready},
 * executes {@code visit PREFIX COUNT PROTOCOL} (answer: the counts) and {@code pressure}, and ends
 * with its standard input.
 */
public final class PageClient {
  private static final int READ_TIMEOUT_MILLIS = 10_000;

  private final SSLContext tls;
  private final int port;
  private final SeenSessions seen = new SeenSessions();

  PageClient(SSLContext tls, int port) {
    this.tls = tls;
    this.port = port;
  }

  public static void main(String[] args) throws Exception {
    SSLContext tls = TlsContexts.of(Path.of(args[0]));
    if (args.length > 2) {
      tls.getClientSessionContext().setSessionTimeout(Integer.parseInt(args[2]));
    }
    SiteTour tour = new SiteTour(new PageClient(tls, Integer.parseInt(args[1])));
    System.out.println("ready");
    new CommandLoop(
            Map.of(
                "visit", words -> tour.visit(words[1], Integer.parseInt(words[2]), words[3]),
                "pressure", words -> MemoryPressure.apply()))
        .obey(System.in, System.out);
  }

  /** Fetches one page over a new connection; returns whether its handshake was resumed. */
  boolean visit(String site, String protocol) throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket connection =
            (SSLSocket) tls.getSocketFactory().createSocket(plain, site, port, true)) {
      connection.setSoTimeout(READ_TIMEOUT_MILLIS);
      connection.setTcpNoDelay(true);
      connection.setEnabledProtocols(new String[] {protocol});
      connection.getOutputStream().write(request(site));
      // To the end: TLS 1.3 tickets follow the handshake, and are processed while reading.
      connection.getInputStream().readAllBytes();
      return seen.recognize(site, connection.getSession());
    }
  }

  private static byte[] request(String site) {
    return ("GET / HTTP/1.1\r\nHost: " + site + "\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}

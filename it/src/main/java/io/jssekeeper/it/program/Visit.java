package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;

/**
 * One connection, one page, and the client's view of it.
 *
 * <p>JSSE does not say whether a handshake was full. A resumed connection's session keeps the
 * original's creation time: if that precedes this visit, it was resumed.
 */
final class Visit {
  private static final Pattern OPENSSL_PAGE = Pattern.compile("(New|Reused), TLSv1");

  private final Connections connections;
  private final Arguments wanted;

  Visit(Connections connections, Arguments wanted) {
    this.connections = connections;
    this.wanted = wanted;
  }

  /** {@code connected result=full|resumed ...}, or {@code failed error=...}. */
  String answer() {
    long began = nextMillisecond();
    try (Connection connection = connections.connect(wanted)) {
      connection.handshake();
      String seen = seen(connection, began);
      return seen + " peersays=" + peerSays(Http.get(connection));
    } catch (IOException failed) {
      return "failed error=" + Console.word(failed.toString());
    }
  }

  /** Whether the handshake was resumed; the page was received. */
  boolean resumed() throws IOException {
    long began = System.currentTimeMillis();
    try (Connection connection = connections.connect(wanted)) {
      connection.handshake();
      if (!Http.get(connection).endsWith("ok\n")) {
        throw new IOException("no page");
      }
      return connection.session().getCreationTime() < began;
    }
  }

  private static String seen(Connection connection, long began) {
    SSLSession session = connection.session();
    return "connected result="
        + (session.getCreationTime() < began ? "resumed" : "full")
        + " protocol="
        + session.getProtocol()
        + " cipher="
        + session.getCipherSuite()
        + " localport="
        + connection.transport().getLocalPort()
        + " alpn="
        + Console.word(connection.alpn())
        + " id="
        + hex(session.getId());
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(String.format("%02x", each));
    }
    return Console.word(text.toString());
  }

  private static String peerSays(String page) {
    Matcher matcher = OPENSSL_PAGE.matcher(page);
    return matcher.find() ? matcher.group(1) : page.endsWith("ok\n") ? "ok" : "-";
  }

  /** Waits, so that sessions made so far have an earlier creation time than what begins next. */
  private static long nextMillisecond() {
    long before = System.currentTimeMillis();
    while (System.currentTimeMillis() == before) {
      Thread.onSpinWait();
    }
    return System.currentTimeMillis();
  }
}

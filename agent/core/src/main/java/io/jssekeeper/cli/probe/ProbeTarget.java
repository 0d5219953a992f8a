package io.jssekeeper.cli.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** The server to probe. Immutable. */
public final class ProbeTarget {
  /** At most this many of a name's addresses. */
  private static final int MAX_ADDRESSES = 4;

  private static final int MAX_PORT = 65_535;

  private final String host;
  private final int port;
  private final String serverName;
  private final StartTls startTls;

  /**
   * @param serverName for server name indication (RFC 6066 3), or empty for the host itself
   */
  public ProbeTarget(String host, int port, String serverName, StartTls startTls) {
    this.host = host;
    this.port = port;
    this.serverName = serverName;
    this.startTls = startTls;
  }

  /**
   * Reads {@code HOST:PORT}; an IPv6 address is in brackets.
   *
   * @throws IllegalArgumentException with a sentence, if it is malformed
   */
  public static ProbeTarget parse(String text, String serverName, StartTls startTls) {
    int colon = text.lastIndexOf(':');
    String host = colon < 1 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      host = "";
    }
    int port = port(text.substring(colon + 1));
    if (host.isEmpty() || port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' is not HOST:PORT, such as example.org:443");
    }
    return new ProbeTarget(host, port, serverName, startTls);
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** From the words that {@link #words} made. */
  static ProbeTarget of(List<String> words) {
    return new ProbeTarget(
        words.get(0), Integer.parseInt(words.get(1)), words.get(2), StartTls.valueOf(words.get(3)));
  }

  List<String> words() {
    return List.of(host, Integer.toString(port), serverName, startTls.name());
  }

  String host() {
    return host;
  }

  int port() {
    return port;
  }

  String serverName() {
    return serverName;
  }

  StartTls startTls() {
    return startTls;
  }

  /**
   * The first of its addresses.
   *
   * @throws IOException if the name is unknown
   */
  List<InetAddress> addresses() throws IOException {
    InetAddress[] all = InetAddress.getAllByName(host);
    return Arrays.asList(all).subList(0, Math.min(all.length, MAX_ADDRESSES));
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}

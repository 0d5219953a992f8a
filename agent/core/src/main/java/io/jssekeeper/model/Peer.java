package io.jssekeeper.model;

/** The other end of a connection, as far as known. Immutable. */
public final class Peer {
  private final String host;
  private final int port;

  /**
   * @param host null if not known
   * @param port -1 if not known
   */
  public Peer(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** Null if not known. */
  public String host() {
    return host;
  }

  /** -1 if not known. */
  public int port() {
    return port;
  }

  /** Host and port, as far as known, with an IPv6 address in brackets. */
  @Override
  public String toString() {
    if (host == null || host.isEmpty() || port < 0) {
      return host == null ? "" : host;
    }
    boolean isIpv6 = host.indexOf(':') >= 0 && host.charAt(0) != '[';
    return isIpv6 ? "[" + host + "]:" + port : host + ":" + port;
  }
}

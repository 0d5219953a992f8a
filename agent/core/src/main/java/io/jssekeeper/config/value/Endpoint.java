package io.jssekeeper.config.value;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An address to listen at: a port, and the host it is bound to.
 *
 * <p>Immutable. Prints as it is written in options; without a host, {@code :9464}.
 */
public final class Endpoint {
  private final String host;
  private final int port;

  /** An empty host is the loopback address. */
  Endpoint(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /** The port, 1 to 65535. */
  public int port() {
    return port;
  }

  /**
   * Resolves the host, which may take time; unresolved if that fails. The loopback address if no
   * host is named.
   */
  public InetSocketAddress address() {
    return host.isEmpty()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
        : new InetSocketAddress(host, port);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Endpoint && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

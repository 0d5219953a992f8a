package io.jssekeeper.bench.peers;

import java.io.IOException;

/** Connections of one client JVM to one port, with one protocol. */
final class Visits {
  private final CommandedJvm client;
  private final String protocol;
  private final int port;

  Visits(CommandedJvm client, String protocol, int port) {
    this.client = client;
    this.protocol = protocol;
    this.port = port;
  }

  /** That many peers connect for the first time. */
  void first(String name, int count) throws IOException {
    int resumed = ask("visit", name, count);
    if (resumed > 0) {
      throw new IOException(resumed + " of " + count + " first handshakes were resumed");
    }
  }

  /** They connect again; returns what share is resumed, in percent. */
  double again(String name, int count) throws IOException {
    return 100.0 * ask("visit", name, count) / count;
  }

  /** The same of second connections that begin while the first is in use. */
  double beside(String name, int count) throws IOException {
    return 100.0 * ask("beside", name, count) / count;
  }

  /** Whether a ticket may be used once only, so that a second connection needs another one. */
  boolean isSingleUse() {
    return protocol.equals("TLSv1.3");
  }

  private int ask(String verb, String name, int count) throws IOException {
    return Integer.parseInt(
        client.ask(String.join(" ", verb, "" + port, protocol, name, "" + count)));
  }
}

package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.List;

/** Breaks the oldest open connection, on the side that receives the command. */
final class Breakage {
  private Breakage() {}

  static Console on(Console console, List<Connection> open) {
    return console
        .on("patience", wanted -> patience(open.get(0), wanted.number("millis")))
        .on("break", wanted -> breakBy(open.get(0), wanted.text("by")))
        .on("breakoff", none -> breakOff(open.get(0)))
        .on("linger", none -> closeBehindWriter(open.get(0)));
  }

  /** From the next read on, waits no longer than that for the peer. */
  private static String patience(Connection connection, int millis) throws IOException {
    connection.transport().setSoTimeout(millis);
    return "patient";
  }

  private static String breakBy(Connection connection, String how) {
    ((WatchedSocket) connection.transport()).breakBy(how);
    return "broken";
  }

  /** Closes the transport beneath TLS, so that no {@code close_notify} can be sent. */
  private static String breakOff(Connection connection) throws IOException {
    connection.transport().close();
    close(connection);
    return "brokenoff";
  }

  /**
   * Closes with SO_LINGER 0 while a writer is blocked, so that there is no time for a {@code
   * close_notify}.
   */
  private static String closeBehindWriter(Connection connection) throws Exception {
    WatchedSocket transport = (WatchedSocket) connection.transport();
    transport.breakBy("stall");
    Thread writer = new Thread(() -> write(connection), "writer");
    writer.setDaemon(true);
    writer.start();
    transport.awaitStalled();
    transport.setSoLinger(true, 0);
    close(connection);
    return "closed";
  }

  private static void write(Connection connection) {
    try {
      connection.write(new byte[1]);
    } catch (IOException expected) {
      // It is closed during this wait.
    }
  }

  /** Closes it, whatever its state. */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (IOException broken) {
      // Then it is closed.
    }
  }
}

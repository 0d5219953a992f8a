package io.jssekeeper.it.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Just enough IMAP to log in and out. */
final class Imap {
  private Imap() {}

  /** The connection is closed afterwards. */
  static void logInAndOut(Connection connection, String user, String password) throws IOException {
    read(connection, "* OK");
    say(connection, "a1 LOGIN " + user + " " + password);
    read(connection, "a1 OK");
    say(connection, "a2 LOGOUT");
    read(connection, "a2 OK");
  }

  private static void say(Connection connection, String command) throws IOException {
    connection.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void read(Connection connection, String expected) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(expected) < 0) {
      byte[] bytes = connection.read();
      if (bytes.length == 0) {
        throw new IOException("no " + expected + " but " + said);
      }
      said.append(new String(bytes, StandardCharsets.US_ASCII));
    }
  }
}

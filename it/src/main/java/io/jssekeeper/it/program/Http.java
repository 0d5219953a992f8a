package io.jssekeeper.it.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** As much of HTTP/1.1 as one request on one connection takes. */
final class Http {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final byte[] REQUEST = ascii("GET / HTTP/1.1\r\nConnection: close" + END_OF_HEAD);
  private static final byte[] RESPONSE =
      ascii("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close" + END_OF_HEAD + "ok\n");

  private Http() {}

  /** Asks for a page and returns the whole response. */
  static String get(Connection connection) throws IOException {
    connection.write(REQUEST);
    return read(connection, "");
  }

  /** Answers one request; a peer that hangs up without one gets no answer. */
  static void answer(Connection connection) throws IOException {
    if (read(connection, END_OF_HEAD).endsWith(END_OF_HEAD)) {
      connection.write(RESPONSE);
    }
  }

  private static String read(Connection connection, String end) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String text = "";
    while (end.isEmpty() || !text.endsWith(end)) {
      byte[] bytes = connection.read();
      if (bytes.length == 0) {
        return text;
      }
      all.write(bytes);
      text = new String(all.toByteArray(), StandardCharsets.US_ASCII);
    }
    return text;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

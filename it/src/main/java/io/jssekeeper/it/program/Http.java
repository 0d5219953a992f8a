package io.jssekeeper.it.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Just enough HTTP/1.1 to request a page. */
final class Http {
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String KEEP_ALIVE = "Connection: keep-alive";
  private static final byte[] LAST_REQUEST = request("Connection: close");
  private static final byte[] REQUEST = request(KEEP_ALIVE);
  private static final byte[] LAST_RESPONSE = response("Connection: close");
  private static final byte[] RESPONSE = response(KEEP_ALIVE);

  private Http() {}

  /** Requests a page and returns the whole response. */
  static String get(Connection connection) throws IOException {
    connection.write(LAST_REQUEST);
    return read(connection, "");
  }

  /** Requests a page and leaves the connection open for another one. */
  static void getAndStay(Connection connection) throws IOException {
    connection.write(REQUEST);
    read(connection, "ok\n");
  }

  /** Reads until the end of the stream. */
  static void readToEnd(Connection connection) throws IOException {
    read(connection, "");
  }

  /** Answers requests up to the last one; a peer that hangs up without a request gets no answer. */
  static void answer(Connection connection) throws IOException {
    String request = read(connection, END_OF_HEAD);
    while (request.contains(KEEP_ALIVE)) {
      connection.write(RESPONSE);
      request = read(connection, END_OF_HEAD);
    }
    if (request.endsWith(END_OF_HEAD)) {
      connection.write(LAST_RESPONSE);
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

  private static byte[] request(String header) {
    return ascii("GET / HTTP/1.1\r\n" + header + END_OF_HEAD);
  }

  private static byte[] response(String header) {
    return ascii("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n" + header + END_OF_HEAD + "ok\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

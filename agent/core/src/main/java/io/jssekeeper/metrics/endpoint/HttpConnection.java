package io.jssekeeper.metrics.endpoint;

import io.jssekeeper.core.WebPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One connection: one request without a body, and its response (RFC 9112). It has no time limit of
 * its own: its creator closes it.
 */
final class HttpConnection implements Runnable {
  /** Of a request's head. */
  private static final int MAX_BYTES = 8192;

  private static final String UNAVAILABLE =
      "This page cannot be shown now: the heap is full, or the agent's jar was replaced in"
          + " place.\n";
  private static final String BAD_REQUEST = "400 Bad Request";

  private final Socket socket;
  private final Map<String, WebPage> pages;
  private final AllowedHosts hosts;
  private final long beganNanos = System.nanoTime();

  HttpConnection(Socket socket, Map<String, WebPage> pages, AllowedHosts hosts) {
    this.socket = socket;
    this.pages = pages;
    this.hosts = hosts;
  }

  /** For how long it has been there, in nanoseconds. */
  long lasts() {
    return System.nanoTime() - beganNanos;
  }

  /** Breaks off what it does. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  @Override
  public void run() {
    try {
      InputStream in = socket.getInputStream();
      byte[] answer = answer(in);
      if (answer.length > 0) {
        socket.getOutputStream().write(answer);
        socket.shutdownOutput();
        drain(in);
      }
    } catch (Throwable t) {
      // The reader has gone, or was too slow, or there is no heap for the answer.
    } finally {
      close();
    }
  }

  /** Closing a connection with unread bytes may take its answer from the peer. */
  private static void drain(InputStream in) throws IOException {
    byte[] rest = new byte[MAX_BYTES];
    while (in.read(rest) >= 0) {
      // It is closed when its time is over.
    }
  }

  /** Empty if there was no whole request. */
  private byte[] answer(InputStream in) throws IOException {
    byte[] head = new byte[MAX_BYTES];
    int length = 0;
    while (!isWhole(head, length)) {
      int read = length == MAX_BYTES ? 0 : in.read(head, length, MAX_BYTES - length);
      if (read < 0) {
        return new byte[0];
      }
      if (read == 0) {
        return refusal("431 Request Header Fields Too Large", "");
      }
      length += read;
    }
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    if (!hosts.allow(text)) {
      return refusal("421 Misdirected Request", "");
    }
    return answer(text.substring(0, text.indexOf('\n')).trim().split(" "));
  }

  /** Whether there is an empty line, at the end or before. */
  private static boolean isWhole(byte[] head, int length) {
    for (int i = 1; i < length; i++) {
      boolean isEmptyLine =
          head[i - 1] == '\n' || (i > 1 && head[i - 1] == '\r' && head[i - 2] == '\n');
      if (head[i] == '\n' && isEmptyLine) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param request method, target and version
   */
  private byte[] answer(String[] request) {
    if (request.length != 3 || !request[2].startsWith("HTTP/1.")) {
      return refusal(BAD_REQUEST, "");
    }
    WebPage page;
    try {
      page = pages.get(String.valueOf(new URI(request[1]).getPath()));
    } catch (URISyntaxException e) {
      return refusal(BAD_REQUEST, "");
    }
    if (page == null) {
      return refusal("404 Not Found", "");
    }
    return request[0].equals("GET")
        ? page(page)
        : refusal("405 Method Not Allowed", "Allow: GET\r\n");
  }

  /** A page that fails says so: a connection that is closed without a word looks like a crash. */
  private static byte[] page(WebPage page) {
    try {
      byte[] text = page.text();
      return answer("200 OK", "Content-Type: " + page.type() + "\r\n" + page.fields(), text);
    } catch (Throwable t) {
      byte[] text = UNAVAILABLE.getBytes(StandardCharsets.US_ASCII);
      return answer("503 Service Unavailable", "Content-Type: text/plain\r\n", text);
    }
  }

  private static byte[] answer(String status, String fields, byte... text) {
    byte[] head = head(status, fields, text.length);
    byte[] answer = new byte[head.length + text.length];
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(text, 0, answer, head.length, text.length);
    return answer;
  }

  private static byte[] refusal(String status, String fields) {
    return head(status, fields, 0);
  }

  private static byte[] head(String status, String fields, int length) {
    String head =
        "HTTP/1.1 "
            + status
            + "\r\n"
            + fields
            + "Content-Length: "
            + length
            + "\r\nConnection: close\r\n\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }
}

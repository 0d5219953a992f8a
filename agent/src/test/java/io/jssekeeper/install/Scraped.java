package io.jssekeeper.install;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests metrics from its own JVM's endpoint; prints the first line of the answer. */
public final class Scraped {
  /** The property with its port. */
  static final String PORT = "scraped.port";

  private static final String REQUEST =
      "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  private static final int TRIES = 200;
  private static final int PAUSE_MILLIS = 50;
  private static final int PATIENCE_MILLIS = 10_000;

  private Scraped() {}

  public static void main(String[] words) throws Exception {
    int port = Integer.getInteger(PORT);
    System.out.println(answer(port));
    System.out.println(
        "modules of logging " + ModuleLayer.boot().findModule("java.logging").stream().count());
  }

  private static String answer(int port) throws InterruptedException {
    String last = "";
    for (int i = 0; i < TRIES; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
      } catch (IOException notYet) {
        last = notYet.toString();
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    return last;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

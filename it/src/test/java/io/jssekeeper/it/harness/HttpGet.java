package io.jssekeeper.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Fetches from a plain HTTP server on loopback. */
public final class HttpGet {
  private HttpGet() {}

  public static HttpResponse<String> of(int port, String path) {
    return send(HttpRequest.newBuilder(uri(port, path)).build());
  }

  /** With another method, and no body. */
  public static HttpResponse<String> send(String method, int port, String path) {
    HttpRequest.BodyPublisher none = HttpRequest.BodyPublishers.noBody();
    return send(HttpRequest.newBuilder(uri(port, path)).method(method, none).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(request + " has no answer", failed);
    }
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Whether somebody listens on a port of this host. */
  public static boolean isOpen(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /** A port that is free now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}

package io.jssekeeper.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Fetches from a plain HTTP server on loopback. */
public final class HttpGet {
  /** Below the ports that systems assign for port 0. */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 10_000;

  /** Starts elsewhere in each test run, since several may run in parallel. */
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 31 % PORTS));

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

  /** Whether a port of this host has a listener. */
  public static boolean isOpen(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /**
   * A port that is free, and stays so: no other test gets it, and no program that asks for port 0.
   */
  public static int freePort() {
    for (int tried = 0; tried < PORTS; tried++) {
      int port = FIRST_PORT + NEXT_PORT.getAndIncrement() % PORTS;
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("all ports are taken");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}

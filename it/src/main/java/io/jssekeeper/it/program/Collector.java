package io.jssekeeper.it.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Collects the log of an application by HTTPS, and closes each connection behind its answer. {@code
 * posts} tells how many lines it has got.
 */
final class Collector {
  private static final int NO_CONTENT = 204;

  private final AtomicInteger posts = new AtomicInteger();

  private Collector() {}

  public static void main(String[] words) throws Exception {
    Collector collector = new Collector();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(Material.context(Arguments.of(words))));
    server.createContext("/", collector::take);
    server.start();
    new Console()
        .on("posts", none -> "posts count=" + collector.posts)
        .serve("port=" + server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    posts.incrementAndGet();
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(NO_CONTENT, -1);
    exchange.close();
  }
}

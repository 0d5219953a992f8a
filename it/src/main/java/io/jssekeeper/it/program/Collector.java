package io.jssekeeper.it.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Receives an application's log over HTTPS, and closes each connection after its answer, until told
 * to {@code keep} them. {@code posts} counts the lines received, and those that contain {@code
 * text}.
 */
final class Collector {
  private static final int NO_CONTENT = 204;

  private final List<String> posts = new CopyOnWriteArrayList<>();
  private volatile boolean keeps;

  private Collector() {}

  public static void main(String[] words) throws Exception {
    Collector collector = new Collector();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(Material.context(Arguments.of(words))));
    server.createContext("/", collector::take);
    server.start();
    new Console()
        .on("posts", collector::posts)
        .on("keep", none -> "keeps connections=" + (collector.keeps = true))
        .serve("port=" + server.getAddress().getPort());
  }

  private String posts(Arguments asked) {
    String text = asked.text("text", "");
    long count = posts.stream().filter(post -> post.contains(text)).count();
    return "posts count=" + count;
  }

  private void take(HttpExchange exchange) throws IOException {
    posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (!keeps) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    exchange.sendResponseHeaders(NO_CONTENT, -1);
    exchange.close();
  }
}

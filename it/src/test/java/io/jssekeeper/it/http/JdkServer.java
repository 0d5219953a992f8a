package io.jssekeeper.it.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The JDK's own. */
final class JdkServer {
  private JdkServer() {}

  static Served start(SSLContext tls) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", JdkServer::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return new Served(server.getAddress().getPort(), tls.getServerSessionContext());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] page = Page.at(exchange.getRequestURI().getPath());
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }
}

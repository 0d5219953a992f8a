package io.jssekeeper.it.http;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;

/** Undertow. */
final class UndertowServer {
  private UndertowServer() {}

  static Served start(SSLContext tls) {
    Undertow server =
        Undertow.builder()
            .addHttpsListener(0, "127.0.0.1", tls)
            .setHandler(UndertowServer::answer)
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return new Served(address.getPort(), tls.getServerSessionContext());
  }

  private static void answer(HttpServerExchange exchange) {
    byte[] page = Page.at(exchange.getRequestPath());
    exchange.setPersistent(false);
    exchange.setResponseContentLength(page.length);
    exchange.getResponseSender().send(ByteBuffer.wrap(page));
  }
}

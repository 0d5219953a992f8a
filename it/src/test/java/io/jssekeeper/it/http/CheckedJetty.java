package io.jssekeeper.it.http;

import io.jssekeeper.it.program.Arguments;
import io.jssekeeper.it.program.Console;
import io.jssekeeper.it.program.Heap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Jetty with an HTTPS port and its own TLS context, set up as its documentation says, for health
 * checks; announces {@code ready port=N}.
 *
 * <p>{@code requests} returns how many it has answered.
 */
final class CheckedJetty {
  private final AtomicInteger requests = new AtomicInteger();

  private CheckedJetty() {}

  public static void main(String[] words) throws Exception {
    CheckedJetty jetty = new CheckedJetty();
    int port = jetty.start(Arguments.of(words).text("keys"));
    new Console()
        .on("collect", Heap::collect)
        .on("requests", none -> "requests count=" + jetty.requests)
        .serve("port=" + port);
  }

  private int start(String keyStore) throws Exception {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keyStore);
    tls.setKeyStorePassword("changeit");
    HttpConfiguration https = new HttpConfiguration();
    https.addCustomizer(new SecureRequestCustomizer(false));
    HttpConnectionFactory http = new HttpConnectionFactory(https);
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server, new SslConnectionFactory(tls, http.getProtocol()), http);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Page());
    server.start();
    return connector.getLocalPort();
  }

  /** An empty page. */
  private final class Page extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      requests.incrementAndGet();
      response.setStatus(200);
      callback.succeeded();
      return true;
    }
  }
}

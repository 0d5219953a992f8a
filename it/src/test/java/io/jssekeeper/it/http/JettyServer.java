package io.jssekeeper.it.http;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty 12, with the customizer that its documentation recommends. */
final class JettyServer extends Handler.Abstract {
  private JettyServer() {}

  static Served start(SSLContext tls) throws Exception {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(tls);
    HttpConfiguration http = new HttpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer());
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server, factory, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new JettyServer());
    server.start();
    return new Served(connector.getLocalPort(), tls.getServerSessionContext());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    byte[] page = Page.at(Request.getPathInContext(request));
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.length);
    response.write(true, ByteBuffer.wrap(page), callback);
    return true;
  }
}

package io.jssekeeper.it.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Tomcat with its default connector, which makes its own TLS context. */
final class TomcatServer extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private TomcatServer() {}

  static Served start(String keys) throws Exception {
    SSLHostConfig host = host(keys);
    Connector connector = connector(host);
    start(connector);
    SSLHostConfigCertificate certificate = host.getCertificates().iterator().next();
    return new Served(
        connector.getLocalPort(), certificate.getSslContext().getServerSessionContext());
  }

  private static SSLHostConfig host(String keys) {
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystoreFile(keys);
    certificate.setCertificateKeystorePassword("changeit");
    host.addCertificate(certificate);
    return host;
  }

  /** Its HTTPS port, on loopback. */
  static Connector connector(String keys) {
    return connector(host(keys));
  }

  private static Connector connector(SSLHostConfig host) {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setSecure(true);
    connector.setScheme("https");
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("SSLEnabled", "true");
    connector.addSslHostConfig(host);
    return connector;
  }

  private static void start(Connector connector) throws Exception {
    Tomcat tomcat = new Tomcat();
    String folder = Files.createTempDirectory("tomcat").toString();
    tomcat.setBaseDir(folder);
    tomcat.setConnector(connector);
    Context application = tomcat.addContext("", folder);
    Tomcat.addServlet(application, "page", new TomcatServer()).addMapping("/");
    tomcat.start();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] page = Page.at(request.getRequestURI());
    response.setHeader("Connection", "close");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}

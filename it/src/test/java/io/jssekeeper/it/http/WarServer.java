package io.jssekeeper.it.http;

import io.jssekeeper.it.program.Arguments;
import io.jssekeeper.it.program.Console;
import io.jssekeeper.it.program.Heap;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * Tomcat with an HTTPS port and the web application of {@code war}; announces {@code ready port=N}.
 *
 * <p>{@code undeploy} stops and removes the application, {@code deploy} deploys it again.
 */
final class WarServer {
  private final Tomcat tomcat = new Tomcat();
  private final Connector connector;
  private final String war;
  private Context application;

  private WarServer(Arguments given) throws Exception {
    war = given.text("war");
    connector = TomcatServer.connector(given.text("keys"));
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setConnector(connector);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    Files.createDirectories(tomcat.getHost().getAppBaseFile().toPath());
    deploy();
    tomcat.start();
  }

  public static void main(String[] words) throws Exception {
    WarServer server = new WarServer(Arguments.of(words));
    new Console()
        .on("undeploy", none -> server.undeploy())
        .on("deploy", none -> server.deploy())
        .on("collect", Heap::collect)
        .serve("port=" + server.connector.getLocalPort());
  }

  private String deploy() {
    application = tomcat.addWebapp("", war);
    return "deployed loader=" + application.getLoader();
  }

  private String undeploy() {
    tomcat.getHost().removeChild(application);
    application = null;
    return "undeployed";
  }
}

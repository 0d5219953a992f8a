package io.jssekeeper.it.compatible;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Stage;
import java.util.List;

/** FTPS clients of one server, and their logins. */
final class FtpsLogins {
  static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

  private final Stage stage;
  private long last;

  FtpsLogins(Stage stage) {
    this.stage = stage;
  }

  Fork client(ForkedJvm server) {
    return stage
        .ftpsClient()
        .with("port", server.port())
        .with("implicitport", server.port("implicit"));
  }

  /** Transfers in a new login. */
  Answer transfer(ForkedJvm client, String login, String how) {
    Answer opened = client.ask(("login " + login).trim());
    last = opened.number("number");
    return client.ask(("transfer login=" + last + " " + how).trim());
  }

  /** The number of the latest login. */
  long last() {
    return last;
  }

  static Agent option(ForkedJvm server, String word) {
    return Agent.with("client.ftps=" + word, ports(server));
  }

  /** The option is on; the agent will be detached, so JMX cannot be asked at the end. */
  static Agent unasked(ForkedJvm server) {
    return Agent.unasked("client.ftps=on", ports(server));
  }

  static String ports(ForkedJvm server) {
    return "client.ftps.ports=" + server.port() + "+" + server.port("implicit");
  }
}

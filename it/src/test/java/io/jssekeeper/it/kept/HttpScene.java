package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.WallClock;
import io.jssekeeper.it.http.HttpClients;
import io.jssekeeper.it.http.HttpServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All HTTP clients in one JVM, all HTTP servers in another, and a relay for each pair. */
final class HttpScene implements AutoCloseable {
  /** More than a handshake and its tickets take, and less than the long page. */
  private static final int MIDDLE_OF_THE_PAGE = 30_000;

  private final HttpTrigger trigger;
  private final WallClock clock;
  private final ForkedJvm servers;
  private final ForkedJvm clients;
  private final List<Pair> pairs = new ArrayList<>();
  private Duration ahead = Duration.ZERO;

  HttpScene(Stage stage, HttpTrigger trigger, String protocol, Agent agent) {
    this.trigger = trigger;
    this.clock = trigger.stepsClock() ? WallClock.light() : null;
    servers = stage.start(ready(stage.httpServers(), agent));
    Fork fork = ready(stage.httpClients(), agent);
    clients = stage.start(fork.flags("-Djdk.tls.client.protocols=" + protocol));
    for (String client : HttpClients.names()) {
      for (String server : HttpServers.names()) {
        pairs.add(new Pair(client, server, Relay.to(servers.port(server))));
      }
    }
  }

  private Fork ready(Fork fork, Agent agent) {
    Fork ready = trigger.in(fork.agent(agent).flags("-Xmx256m"));
    return clock == null ? ready : ready.clock(clock);
  }

  List<Pair> pairs() {
    return pairs;
  }

  /**
   * For each pair, a visit that creates a session; then the trigger; then visits that should resume
   * it.
   */
  void round() {
    trigger.prepare(this);
    forEach(Pair::visitTwice);
    trigger.strike(this);
    forEach(trigger::strike);
    forEach(pair -> pair.visit(trigger.atOnce()));
  }

  private void forEach(Consumer<Pair> action) {
    pairs.forEach(action);
  }

  void askBoth(String command) {
    servers.ask(command);
    clients.ask(command);
  }

  void stepClock(Duration by) {
    ahead = ahead.plus(by);
    clock.step(ahead);
  }

  @Override
  public void close() {
    pairs.forEach(pair -> pair.relay.close());
  }

  /** One client and one server. */
  final class Pair {
    private final String client;
    private final String server;
    private final Relay relay;
    private int visits;
    private int resumed;
    private String failure = "";

    Pair(String client, String server, Relay relay) {
      this.client = client;
      this.server = server;
      this.relay = relay;
    }

    String client() {
      return client;
    }

    String server() {
      return server;
    }

    /** The number of visits that should have resumed. */
    int visits() {
      return visits;
    }

    /** How many resumed, judging by their handshakes on the wire. */
    int resumed() {
      return resumed;
    }

    /** What went wrong with a visit; empty if nothing did. */
    String failure() {
      return failure;
    }

    /**
     * The second one must resume too, so that sessions created only by full handshakes do not
     * suffice.
     */
    void visitTwice() {
      get("/", 1);
      get("/", 1);
    }

    void visit(int atOnce) {
      int before = relay.resumed();
      Answer answer = get("/", atOnce);
      visits += atOnce;
      resumed += relay.resumed() - before;
      if (answer.number("pages") < atOnce) {
        failure = answer.text("failure");
      }
    }

    void visitAndCut() {
      relay.cutAfter(MIDDLE_OF_THE_PAGE);
      Answer answer = get("/long", 1);
      relay.passAll();
      assertThat(answer.number("pages")).as("pages of a connection that was cut").isZero();
    }

    private Answer get(String path, int atOnce) {
      String url = "https://localhost:" + relay.port() + path;
      return clients.ask("get client=" + client + " url=" + url + " atonce=" + atOnce);
    }

    @Override
    public String toString() {
      return client + " to " + server;
    }
  }
}

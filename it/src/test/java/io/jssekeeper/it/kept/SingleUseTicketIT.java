package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Hello;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A TLS 1.3 ticket is sent once, and a connection that sent nothing does not use it up. */
@OnEachJdk
final class SingleUseTicketIT {
  private static final int VISITS = 240;

  @Parameter Stage stage;

  @Test
  void ticket_connectionBrokenBeforeItSentAnythingWithoutAgent_isLost() {
    ForkedJvm client = client(Agent.none());

    assertThat(afterBreak(client, "shutdown")).isEqualTo("full");
  }

  @Test
  void ticket_connectionBrokenBeforeItSentAnything_resumes() {
    ForkedJvm client = client(Agent.with());

    assertThat(afterBreak(client, "shutdown")).isEqualTo("resumed");
    try (JmxClient jmx = client.jmx()) {
      assertThat(jmx.keeper().map("Protected")).containsEntry("tickets", 1L);
    }
  }

  @Test
  void ticket_connectionBrokenBeforeItSentAnythingUnprotected_isLost() {
    Settings.requireFull();
    ForkedJvm client = client(Agent.with("keep=gc+clock+settings+close"));

    assertThat(afterBreak(client, "shutdown")).isEqualTo("full");
  }

  /** There is no telling what an application's own stream has passed on. */
  @ParameterizedTest
  @ValueSource(strings = {"write", "second-write packet=300", "flush"})
  void ticket_applicationsSocketBreaksWritingTheClientHello_isUsed(String breaks) {
    ForkedJvm client = client(Agent.with());

    assertThat(afterBreak(client, breaks)).isEqualTo("full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void ticket_connectionBrokenAfterItsClientHello_isUsed(String kind) {
    Settings.requireFull();
    ForkedJvm client = client(Agent.with(), "kind", kind);

    assertThat(afterBreak(client, "read")).isEqualTo("full");
  }

  /** With many threads, whose connections occasionally break before they have sent anything. */
  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void tickets_manyConnectionsAtOnce_noneIsSentTwice(String kind) {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("server.tickets=3")));
    try (Relay relay = Relay.to(server.port())) {
      Fork fork = stage.client().agent(Agent.with()).with("port", relay.port());
      ForkedJvm client = stage.start(fork.with("kind", kind).with("protocols", "TLSv1.3"));
      Answer burst = client.ask("burst count=" + VISITS + " peers=1 threads=8 breakeach=5");

      assertThat(burst.number("failed")).as("broken: %s", burst).isEqualTo(VISITS / 5);
      assertThat(burst.number("resumed")).isGreaterThan(VISITS / 2);
      List<String> offered =
          relay.hellos().stream()
              .map(Hello::ticket)
              .filter(ticket -> !ticket.isEmpty())
              .collect(Collectors.toList());
      assertThat(offered)
          .hasSizeGreaterThanOrEqualTo((int) burst.number("resumed"))
          .doesNotHaveDuplicates();
    }
  }

  private ForkedJvm client(Agent agent, Object... more) {
    ForkedJvm server = stage.start(stage.server());
    Fork fork = stage.client().agent(agent).with("port", server.port());
    for (int i = 0; i < more.length; i += 2) {
      fork = fork.with((String) more[i], more[i + 1]);
    }
    return stage.start(fork.with("protocols", "TLSv1.3"));
  }

  private static String afterBreak(ForkedJvm client, String breaks) {
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    assertThat(client.ask("connect breaks=" + breaks).toString()).contains("failed");
    return client.ask("connect").text("result");
  }
}

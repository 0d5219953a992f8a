package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The details in a client's record are what happened, so that the advice fits. */
@OnEachJdk
final class ClientDetailsIT {
  @Parameter Stage stage;

  @ParameterizedTest
  @CsvSource({"10,few-given", "2,pool-full"})
  void detail_ticketsUsedUp_saysWhetherThePoolWasFull(int kept, String detail) {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("server.tickets=3")));
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(Agent.with("client.tickets=" + kept))
                .with("protocols", "TLSv1.3")
                .with("host", "one.example")
                .with("port", server.port()));
    client.ask("connect");
    for (int i = 0; i < 4; i++) {
      client.ask("open"); // reads one ticket and no other
    }
    client.ask("close");

    HandshakeRecord last = last(client, 5);
    assertThat(last.get("reason")).isEqualTo("tickets-used-up");
    assertThat(last.get("detail")).isEqualTo(detail);
  }

  @Test
  void invalidated_asTheServerDeclinedItOnAnotherConnection_saysSo() {
    ForkedJvm both =
        stage.start(
            stage
                .bothSides("GivenUp")
                .agent(Agent.with())
                .flags(JvmFlags.NO_STATELESS_TICKETS)
                .with("kind", "engine")
                .with("protocols", "TLSv1.2"));
    both.ask("decline");

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(both.records())
                    .filteredOn(record -> record.get("side").equals("client"))
                    .anySatisfy(
                        record -> {
                          assertThat(record.get("reason")).isEqualTo("invalidated");
                          assertThat(record.get("detail")).isEqualTo("declined-before");
                        }));
  }

  private static HandshakeRecord last(ForkedJvm client, int count) {
    Awaitility.await().until(() -> client.records().size() >= count);
    List<HandshakeRecord> records = client.records();
    return records.get(records.size() - 1);
  }
}

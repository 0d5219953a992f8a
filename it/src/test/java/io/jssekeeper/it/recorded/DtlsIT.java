package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Each DTLS handshake gives one record on each side, with or without cookie exchange and lost
 * flights.
 */
@OnEachJdk
final class DtlsIT {
  @Parameter Stage stage;

  @Test
  void handshakes_overDtls_areOneTrueRecordPerSide() {
    ForkedJvm both = stage.start(stage.datagrams().agent(Agent.with()));
    assertThat(connect(both, "")).isEqualTo("full");
    assertThat(connect(both, "")).isEqualTo("resumed");
    both.ask("renew");
    assertThat(connect(both, "")).isEqualTo("full");
    assertThat(connect(both, " lost=yes")).isEqualTo("resumed");
    Answer failed = both.ask("connect host=elsewhere.invalid identify=HTTPS");
    assertThat(failed.what()).as("%s", failed).isEqualTo("failed");

    List<HandshakeRecord> records = both.recordsAtEnd(10);
    assertThat(records).hasSize(10).extracting(r -> r.get("protocol")).containsOnly("DTLSv1.2");
    records.forEach(RecordCheck::order);
    assertThat(told(records, "client"))
        .containsExactly("full first-contact", "resumed", "full declined", "resumed", "failed");
    assertThat(told(records, "server"))
        .containsExactly(
            "full not-offered",
            "resumed",
            stage.jdk().hasStatelessTickets()
                ? "full ticket-undecryptable"
                : "full unknown-session",
            "resumed",
            "failed");
  }

  private static List<String> told(List<HandshakeRecord> records, String side) {
    return records.stream()
        .filter(each -> each.get("side").equals(side))
        .map(each -> each.get("handshake") + (each.has("reason") ? " " + each.get("reason") : ""))
        .toList();
  }

  private static String connect(ForkedJvm both, String how) {
    Answer answer = both.ask("connect" + how);
    assertThat(answer.what()).as("%s", answer).isEqualTo("connected");
    assertThat(answer.text("protocol")).isEqualTo("DTLSv1.2");
    return answer.text("result");
  }
}

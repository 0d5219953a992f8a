package io.jssekeeper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void about_everyReason_saysWhatToDo() {
    for (Reason reason : Reason.values()) {
      assertThat(about("client", reason.word(), ""))
          .as(reason.word())
          .isNotEmpty()
          .doesNotEndWith(".");
    }
    assertThat(about("client", "of a later release", "")).isEmpty();
  }

  @Test
  void about_likelyCauses_saysWhatToDo() {
    List<Detail> ofFailures =
        List.of(Detail.PLAIN_HTTP, Detail.NOT_TLS, Detail.HUNG_UP, Detail.UNTRUSTED_CERTIFICATE);
    for (Detail detail : ofFailures) {
      Map<String, Object> row =
          Map.of("side", "server", "result", "failed", "reason", "", "detail", detail.word());
      assertThat(Advice.about(row)).as(detail.word()).isNotEmpty();
    }
  }

  @Test
  void about_declined_doesNotTakeTheServerForAJvm() {
    assertThat(about("client", "declined", "")).contains("its JVM", "else probe it");
  }

  @Test
  void ticketsUsedUp_blamesClientTickets_onlyIfThePoolWasFull() {
    assertThat(about("client", "tickets-used-up", "")).doesNotContain("client.tickets");
    assertThat(about("client", "tickets-used-up", "few-given")).contains("never reached", "server");
    assertThat(about("client", "tickets-used-up", "pool-full")).contains("raise client.tickets");
    assertThat(about("server", "tickets-used-up", "")).contains("twice", "stateless");
  }

  @Test
  void invalidated_afterADecline_looksForNoFailure() {
    assertThat(about("client", "invalidated", "declined-before"))
        .contains("declined")
        .doesNotContain("failed", "invalidate()");
  }

  @Test
  void about_anotherContext_namesNeitherARestartNorAnotherNode() {
    for (String reason : List.of("unknown-session", "ticket-undecryptable")) {
      assertThat(about("server", reason, "other-context"))
          .contains("one SSLContext")
          .doesNotContain("restart", "node");
      assertThat(about("server", reason, "")).contains("node");
    }
  }

  private static String about(String side, String reason, String detail) {
    return Advice.about(Map.of("side", side, "result", "full", "reason", reason, "detail", detail));
  }
}

package io.jssekeeper.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAdviceTest {
  /** What a probe on a slow machine makes of nginx's default lifetime of 300 s. */
  @Test
  void lifetime_thatIsNginxDefault_isNotCalledShort() {
    assertThat(ServerAdvice.of(List.of(ticketsOf(290)))).isEmpty();
  }

  @Test
  void lifetime_ofAMinute_isReportedWithTheSetting() {
    assertThat(ServerAdvice.of(List.of(ticketsOf(60))))
        .singleElement()
        .asString()
        .contains("live for 60 s")
        .contains("ssl_session_timeout");
  }

  private static Finding ticketsOf(long seconds) {
    return new Finding()
        .with("protocol", "TLSv1.3")
        .with("by", "ticket")
        .with("sessionId", false)
        .with("tickets", 2)
        .with("tries", 4)
        .with("resumed", 4)
        .with("failed", 0)
        .with("secondsLeft", seconds);
  }
}

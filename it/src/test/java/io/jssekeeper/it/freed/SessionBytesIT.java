package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.SessionBytes;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * The memory budget's estimate is close, and a server's session takes less heap than JSSE's own,
 * according to the class histograms that {@code it/bench/session-bytes} prints.
 */
@OnEachJdk
final class SessionBytesIT {
  private static final int SESSIONS = 500;

  @Parameter Stage stage;

  /**
   * Counting a certificate only once costs about what the index by peer used to take; on JDK 11 to
   * within a few bytes of 6,400: a tie.
   */
  private static final String FOR_EACH = "a certificate for each client";

  private static final double TIE = 1.01;

  @Test
  void sessions_withAndWithoutCertificates_weighWhatIsEstimated() {
    Settings.requireFull();
    SessionBytes measured = SessionBytes.measure(stage.jdk(), SESSIONS);
    System.out.println(measured);

    assertThat(measured.rows()).hasSize(8);
    for (SessionBytes.Row row : measured.rows()) {
      assertThat(row.estimate() / row.keeper()).as("%s", row).isBetween(0.75, 1.25);
      if (row.name().startsWith("server")) {
        double noMore = row.name().endsWith(FOR_EACH) ? row.jsse() * TIE : row.jsse();
        assertThat(row.keeper()).as("%s", row).isLessThan(noMore);
      }
    }
  }
}

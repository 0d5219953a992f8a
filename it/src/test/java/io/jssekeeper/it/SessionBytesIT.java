package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.SessionBytes;
import io.jssekeeper.it.harness.Settings;
import org.junit.jupiter.api.Test;

/**
 * The memory budget counts by a good estimate, and a server's session takes less heap than JSSE's
 * own: what {@code it/bench/session-bytes} prints, from class histograms.
 */
@OnEachJdk
final class SessionBytesIT {
  private static final int SESSIONS = 500;

  private final Jdk jdk;

  SessionBytesIT(Jdk jdk) {
    this.jdk = jdk;
  }

  @Test
  void sessions_withAndWithoutCertificates_weighWhatIsEstimated() {
    Settings.requireFull();
    SessionBytes measured = SessionBytes.measure(jdk, SESSIONS);
    System.out.println(measured);

    assertThat(measured.rows()).hasSize(8);
    for (SessionBytes.Row row : measured.rows()) {
      assertThat(row.estimate() / row.keeper()).as("%s", row).isBetween(0.75, 1.25);
      if (row.name().startsWith("server")) {
        assertThat(row.keeper()).as("%s", row).isLessThan(row.jsse());
      }
    }
  }
}

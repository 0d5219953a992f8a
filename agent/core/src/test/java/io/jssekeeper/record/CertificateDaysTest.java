package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Side;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CertificateDaysTest {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);
  private static final long NONE = HandshakeDraft.NO_CERTIFICATE;

  private final CertificateDays days = new CertificateDays();

  @Test
  void certificate_thatEndsFirst_countsForAnHourOrTwo() {
    shown(0, 10 * DAY, 30 * DAY);
    shown(1, 20 * DAY, NONE);

    assertThat(peers(1)).isBetween(9.99, 10.0);
    assertThat(days.left(Side.SERVER, CertificateDays.Whose.OWN, 1)).isBetween(29.99, 30.0);
    assertThat(days.left(Side.CLIENT, CertificateDays.Whose.PEER, 1)).isNaN();

    shown(HOUR, 20 * DAY, NONE);
    assertThat(peers(HOUR)).isLessThan(10);
    shown(2 * HOUR, 20 * DAY, NONE);
    assertThat(peers(2 * HOUR)).isGreaterThan(19);
    assertThat(peers(9 * HOUR)).isNaN();
  }

  @Test
  void certificate_thatHasEnded_hasNegativeDaysLeft() {
    shown(0, -DAY, NONE);

    assertThat(peers(0)).isEqualTo(-1);
  }

  private double peers(long now) {
    return days.left(Side.SERVER, CertificateDays.Whose.PEER, now);
  }

  private void shown(long now, long peersEnd, long ownEnd) {
    HandshakeDraft draft = Records.draft().certificates(peersEnd, ownEnd);
    days.accept(Records.fullAt(draft, now));
  }
}

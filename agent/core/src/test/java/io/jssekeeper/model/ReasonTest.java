package io.jssekeeper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonTest {
  /** Scripts depend on these words. */
  @Test
  void words_all_areTheClosedList() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::word))
        .containsExactlyInAnyOrder(
            "first-contact",
            "expired",
            "evicted",
            "collected",
            "invalidated",
            "tickets-used-up",
            "not-resumable",
            "cipher-mismatch",
            "protocol-mismatch",
            "identity-mismatch",
            "declined",
            "resumption-failed",
            "not-offered",
            "unknown-session",
            "ticket-undecryptable",
            "sni-mismatch",
            "client-auth",
            "ems-mismatch",
            "caching-off",
            "unknown");
  }
}

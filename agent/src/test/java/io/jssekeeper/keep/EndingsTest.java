package io.jssekeeper.keep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "established and hung up on,              true,  false, true,  false, false",
    "established and a TLS error of our own,  true,  false, false, false, true",
    "established and an alert received,       true,  false, false, true,  true",
    "resuming and hung up on,                 false, true,  true,  false, false",
    "resuming and nonsense received,          false, true,  false, false, false",
    "resuming and an alert under the keys,    false, true,  false, true,  true",
    "renegotiating and hung up on,            true,  true,  true,  false, false",
    "renegotiating and nonsense received,     true,  true,  false, false, true",
    "a new session and hung up on,            false, false, true,  false, true",
    "a new session and nonsense received,     false, false, false, false, true",
  })
  void endSession(
      String how,
      boolean established,
      boolean resumption,
      boolean transport,
      boolean provenAlert,
      boolean ends) {
    assertThat(Endings.endSession(established, resumption, transport, provenAlert))
        .as(how)
        .isEqualTo(ends);
  }
}

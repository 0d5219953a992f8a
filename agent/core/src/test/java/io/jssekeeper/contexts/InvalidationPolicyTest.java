package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidationPolicyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "established and hung up on,              true,  false, true,  true,  false",
    "established and a TLS error of our own,  true,  false, false, true,  true",
    "established and an alert received,       true,  false, false, false, true",
    "resuming and hung up on,                 false, true,  true,  true,  false",
    "resuming and nonsense received,          false, true,  false, true,  false",
    "resuming and an alert under the keys,    false, true,  false, false, true",
    "a client resuming and hung up on,        false, true,  true,  false, false",
    "a client resuming and failed,            false, true,  false, false, true",
    "renegotiating and hung up on,            true,  true,  true,  true,  false",
    "renegotiating and nonsense received,     true,  true,  false, true,  true",
    "a new session and hung up on,            false, false, true,  true,  true",
    "a new session and nonsense received,     false, false, false, true,  true",
  })
  void endSession(
      String how,
      boolean established,
      boolean resumption,
      boolean transport,
      boolean stranger,
      boolean ends) {
    assertThat(InvalidationPolicy.endSession(established, resumption, transport, stranger))
        .as(how)
        .isEqualTo(ends);
  }
}

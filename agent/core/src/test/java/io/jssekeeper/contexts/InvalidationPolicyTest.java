package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidationPolicyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "established and hung up on,           ESTABLISHED, TRANSPORT,     false",
    "established and a TLS error,          ESTABLISHED, UNPROVEN_PEER, true",
    "established and an alert received,    ESTABLISHED, TLS,           true",
    "resuming and hung up on,              RESUMING,    TRANSPORT,     false",
    "resuming and nonsense received,       RESUMING,    UNPROVEN_PEER, false",
    "resuming and an alert under the keys, RESUMING,    TLS,           true",
    "a new session and hung up on,         NEW,         TRANSPORT,     true",
    "a new session and nonsense received,  NEW,         UNPROVEN_PEER, true",
    "a new session and a TLS error,        NEW,         TLS,           true",
  })
  void endsSession_eachFailure_isAsDecided(
      String how,
      InvalidationPolicy.Phase phase,
      InvalidationPolicy.Failure failure,
      boolean ends) {
    assertThat(InvalidationPolicy.endsSession(phase, failure)).as(how).isEqualTo(ends);
  }
}

package io.jssekeeper.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackProtocolTest {
  @Test
  void of_anApplicationsProtocols_areThoseThatShareTheirCode() {
    assertThat(LoopbackProtocol.of(List.of())).isEmpty();
    assertThat(LoopbackProtocol.of(List.of("TLSv1.3"))).containsExactly(LoopbackProtocol.TLS13);
    assertThat(LoopbackProtocol.of(List.of("TLSv1", "TLSv1.2", "DTLSv1.2")))
        .containsExactly(LoopbackProtocol.TLS12);
    assertThat(LoopbackProtocol.of(List.of("TLSv1.2", "TLSv1.3"))).hasSize(2);
  }
}

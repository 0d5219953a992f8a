package io.jssekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordCounterTest {
  @Test
  void counts_mixedLines_areThoseOfRecords() {
    RecordCounter counter = new RecordCounter();
    Stream.of(
            "handshake=full reason=first-contact side=client protocol=TLSv1.3",
            "handshake=resumed side=client protocol=TLSv1.3",
            "handshake=resumed side=client protocol=TLSv1.2",
            "handshake=failed alert=certificate_unknown side=client",
            "connection failed: handshake=full or so")
        .forEach(counter);
    assertThat(counter.counts()).isEqualTo(new HandshakeCounts(1, 2));
  }
}

package io.jssekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jssekeeper.demo.app.HandshakeCounts;
import org.junit.jupiter.api.Test;

class HandshakeCountsTest {
  @Test
  void parse_ownText_isEqual() {
    HandshakeCounts counts = new HandshakeCounts(3, 1_147);
    assertThat(HandshakeCounts.parse(counts.toString())).isEqualTo(counts);
  }

  @Test
  void parse_otherText_fails() {
    assertThatThrownBy(() -> HandshakeCounts.parse("took 58 MB"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("took 58 MB");
  }
}

package io.jssekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeapHistogramTest {
  private static final String HEAD = " num     #instances         #bytes  class name (module)";
  private static final String TOTAL = "Total         21000        1648000";

  @Test
  void parse_sessionsListed_countsThoseOnly() {
    List<String> lines =
        List.of(
            "4711:",
            HEAD,
            "   1:          9000         288000  java.util.HashMap$Node (java.base@17.0.15)",
            "   2:          2101         336160  sun.security.ssl.SSLSessionImpl (java.base@17.0.15)",
            "   3:             7            112  sun.security.ssl.SSLSessionImpl$Other",
            TOTAL);
    assertThat(HeapHistogram.parse(lines)).isEqualTo(new HeapHistogram(2101, 1648000));
  }

  @Test
  void parse_noSessionListed_isNone() {
    assertThat(HeapHistogram.parse(List.of(HEAD, TOTAL))).isEqualTo(new HeapHistogram(0, 1648000));
  }

  @Test
  void parse_noTotal_fails() {
    List<String> lines = List.of("com.sun.tools.attach.AttachNotSupportedException");
    assertThatThrownBy(() -> HeapHistogram.parse(lines))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("AttachNotSupportedException");
  }
}

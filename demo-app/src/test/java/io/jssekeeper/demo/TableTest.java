package io.jssekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void of_valueNotAsPromised_isMarked() {
    Comparison comparison =
        new Comparison(
            "A burst",
            List.of(Measure.atMost(10, "sessions held", 2_101)),
            List.of(Measure.atMost(10, "sessions held", 3)));
    assertThat(Table.of(List.of(comparison)).lines().map(line -> line.trim().replaceAll(" +", " ")))
        .containsExactly("without agent with agent", "", "A burst", "sessions held ! 2,101 3");
    assertThat(comparison.cured()).isTrue();
  }

  @Test
  void cured_oneMeasureNotAsPromised_isFalse() {
    Measure good = Measure.fullAtMost(0, "refresh", new HandshakeCounts(0, 9));
    Measure bad = Measure.fullAtMost(0, "refresh after pressure", new HandshakeCounts(1, 8));
    assertThat(new Comparison("A page", List.of(bad, bad), List.of(good, bad)).cured()).isFalse();
  }
}

package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void letOthersIn_manyStrides_pausesNowAndThen() {
    Pace pace = new Pace();
    long start = System.nanoTime();
    for (int stride = 0; stride < 8_000; stride++) {
      pace.letOthersIn();
    }

    // 1,000 pauses of at least 20 us; the strides alone take less than 2 ms together
    assertThat(System.nanoTime() - start).isGreaterThan(10_000_000);
  }
}

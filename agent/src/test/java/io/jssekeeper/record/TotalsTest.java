package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TotalsTest {
  private final Totals totals = new Totals();

  @Test
  void of_countsBySideAndResult() {
    totals.accept(Records.full(new Draft(Side.CLIENT)));
    totals.accept(Records.full(new Draft(Side.CLIENT)));
    totals.accept(Records.resumed(new Draft(Side.CLIENT)));
    totals.accept(Records.failed(new Draft(Side.SERVER)));

    assertThat(totals.of(Side.CLIENT, Result.FULL)).isEqualTo(2);
    assertThat(totals.of(Side.CLIENT, Result.RESUMED)).isEqualTo(1);
    assertThat(totals.of(Side.CLIENT, Result.FAILED)).isZero();
    assertThat(totals.of(Side.SERVER, Result.FULL)).isZero();
    assertThat(totals.of(Side.SERVER, Result.RESUMED)).isZero();
    assertThat(totals.of(Side.SERVER, Result.FAILED)).isEqualTo(1);
  }
}

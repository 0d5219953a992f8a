package io.jssekeeper.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherTlsProvidersTest {
  private static final String MARK = "io.netty.internal.tcnative.SSL";

  @Test
  void isMarked_classOfTheLibrary_orOfARelocatedOne() {
    assertThat(OtherTlsProviders.isMarked(MARK, MARK)).isTrue();
    assertThat(OtherTlsProviders.isMarked("app.shaded." + MARK, MARK)).isTrue();
  }

  @Test
  void isMarked_anyOther_isNot() {
    assertThat(OtherTlsProviders.isMarked("app.Audio.netty.internal.tcnative.SSL", MARK)).isFalse();
    assertThat(OtherTlsProviders.isMarked("Radio.netty.internal.tcnative.SSL", MARK)).isFalse();
    assertThat(OtherTlsProviders.isMarked("SSL", MARK)).isFalse();
  }
}

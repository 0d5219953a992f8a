package io.jssekeeper.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherTlsTest {
  private static final String MARK = "io.netty.internal.tcnative.SSL";

  @Test
  void isMarked_classOfTheLibrary_orOfARelocatedOne() {
    assertThat(OtherTls.isMarked(MARK, MARK)).isTrue();
    assertThat(OtherTls.isMarked("app.shaded." + MARK, MARK)).isTrue();
  }

  @Test
  void isMarked_anyOther_isNot() {
    assertThat(OtherTls.isMarked("app.Audio.netty.internal.tcnative.SSL", MARK)).isFalse();
    assertThat(OtherTls.isMarked("Radio.netty.internal.tcnative.SSL", MARK)).isFalse();
    assertThat(OtherTls.isMarked("SSL", MARK)).isFalse();
  }
}

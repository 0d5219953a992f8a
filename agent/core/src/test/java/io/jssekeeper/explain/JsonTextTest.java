package io.jssekeeper.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void text_numberThatIsNone_isNull() {
    assertThat(JsonText.of(Map.of("saved", Double.NaN))).isEqualTo("{\"saved\":null}");
    assertThat(JsonText.of(List.of(0.5, 2L, "a"))).isEqualTo("[0.5,2,\"a\"]");
  }
}

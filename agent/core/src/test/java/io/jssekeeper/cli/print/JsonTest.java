package io.jssekeeper.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void text_numberThatIsNone_isNull() {
    assertThat(Json.text(Map.of("saved", Double.NaN))).isEqualTo("{\"saved\":null}");
    assertThat(Json.text(List.of(0.5, 2L, "a"))).isEqualTo("[0.5,2,\"a\"]");
  }
}

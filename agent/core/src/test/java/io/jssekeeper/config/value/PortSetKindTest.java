package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortSetKindTest {
  private final PortSetKind kind = new PortSetKind();

  @ParameterizedTest
  @CsvSource({"21, 21", "21+990, 21+990", "990+21, 21+990"})
  void parse_ports_arePrintedInOrder(String text, String canonical) throws InvalidValueException {
    assertThat(kind.print(kind.parse(text))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "0, it is out of range",
    "65536, it is out of range",
    "21+21, 21 appears twice",
    "21+, it does not start with a number",
    "1+2+3+4+5+6+7+8+9+10+11+12+13+14+15+16+17, it has more than 16 ports",
  })
  void parse_noPorts_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> kind.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(wrong);
  }
}

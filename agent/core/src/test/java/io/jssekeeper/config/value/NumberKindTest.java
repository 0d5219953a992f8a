package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberKindTest {
  @ParameterizedTest
  @CsvSource({"0, 10, 0", "0, 10, 10", "3, 7, 5", "0, 2147483647, 2147483647"})
  void parse_numberInRange_isPrintedBack(int least, int most, int number)
      throws InvalidValueException {
    NumberKind kind = new NumberKind(least, most);

    assertThat(kind.parse(Integer.toString(number))).isEqualTo(number);
    assertThat(kind.print(number)).isEqualTo(Integer.toString(number));
  }

  @ParameterizedTest
  @CsvSource({
    "2, it is out of range",
    "11, it is out of range",
    "4294967301, it is out of range",
    "-5, it is negative",
    "5.0, it is not a whole number",
    "5k, it is not a whole number",
    "0x5, it is not a whole number",
    "five, it does not start with a number",
    "99999999999999999999, it is too large",
  })
  void parse_noNumberInRange_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> new NumberKind(3, 10).parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(wrong);
  }
}

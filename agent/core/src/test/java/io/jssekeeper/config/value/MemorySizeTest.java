package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySizeTest {
  private static final SizeKind SIZE = new SizeKind();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 1, 1",
    "1025, 1025, 1025",
    "64k, 65536, 64k",
    "65536, 65536, 64k",
    "16m, 16777216, 16m",
    "1g, 1073741824, 1g",
    "1024m, 1073741824, 1g",
    "8589934591g, 9223372035781033984, 8589934591g",
    "9223372036854775807, 9223372036854775807, 9223372036854775807",
  })
  void parse_bytes_arePrintedInTheLargestUnitThatFits(String text, long bytes, String printed)
      throws InvalidValueException {
    MemorySize size = SIZE.parse(text);

    assertThat(size.bytesOf(1000)).isEqualTo(bytes);
    assertThat(SIZE.print(size)).isEqualTo(printed);
    assertThat(SIZE.parse(printed)).isEqualTo(size).hasSameHashCodeAs(size);
  }

  @ParameterizedTest
  @CsvSource({
    "0%, 1000, 0",
    "1%, 99, 0",
    "2%, 67108864, 1342177",
    "50%, 199, 99",
    "100%, 67108864, 67108864",
    "100%, 9223372036854775807, 9223372036854775807",
    "2%, 9223372036854775807, 184467440737095516",
  })
  void bytesOf_percent_isAShareOfTheHeap(String text, long heap, long bytes)
      throws InvalidValueException {
    MemorySize size = SIZE.parse(text);

    assertThat(size.bytesOf(heap)).isEqualTo(bytes);
    assertThat(size).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "101% | it is more than 100%",
        "-1 | it is negative",
        "-1% | it is negative",
        "64K | 'K' is not a unit of size",
        "64kb | 'kb' is not a unit of size",
        "2.5% | '.5%' is not a unit of size",
        "1t | 't' is not a unit of size",
        "% | it does not start with a number",
        "9223372036854775808 | it is too large",
        "8589934592g | it is too large",
      })
  void parse_noSize_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> SIZE.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(wrong);
  }

  @Test
  void equals_shareAndBytes_differ() throws InvalidValueException {
    assertThat(SIZE.parse("0%")).isNotEqualTo(SIZE.parse("0"));
    assertThat(SIZE.parse("2%")).isNotEqualTo(SIZE.parse("3%"));
  }
}

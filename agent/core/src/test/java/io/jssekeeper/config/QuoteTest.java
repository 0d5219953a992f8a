package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {
  @Test
  void of_plainText_isQuoted() {
    assertThat(Quote.of("grün = 1")).isEqualTo("'grün = 1'");
  }

  @Test
  void of_lineBreaksAndControls_areEscaped() {
    assertThat(Quote.of("a\nb\u001b[2J\u0085\u2028\u2029"))
        .isEqualTo("'a\\u000ab\\u001b[2J\\u0085\\u2028\\u2029'");
  }

  @Test
  void of_longText_isCut() {
    assertThat(Quote.of("x".repeat(200))).isEqualTo("'" + "x".repeat(200) + "'");
    assertThat(Quote.of("x".repeat(201))).isEqualTo("'" + "x".repeat(200) + "...'");
  }
}

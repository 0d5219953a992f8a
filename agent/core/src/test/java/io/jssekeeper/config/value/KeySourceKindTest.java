package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceKindTest {
  private final KeySourceKind kind = new KeySourceKind();

  @ParameterizedTest
  @ValueSource(
      strings = {"off", "jvm", "/run/secrets", "redis://localhost", "rediss://me@redis:7000/3"})
  void print_eachSource_isAsWritten(String text) throws InvalidValueException {
    assertThat(kind.print(kind.parse(text))).isEqualTo(text);
    assertThat(kind.parse(text)).isEqualTo(kind.parse(text));
  }

  @Test
  void parse_url_hasItsParts() throws InvalidValueException {
    RedisUrl url = kind.parse("rediss://me@redis.example:7000/3?prefix=shop").redis().orElseThrow();

    assertThat(url.tls()).isTrue();
    assertThat(url.host() + url.port() + url.user() + url.database() + url.prefix())
        .isEqualTo("redis.example7000me3shop");
    RedisUrl least = kind.parse("redis://localhost").redis().orElseThrow();
    assertThat(least.port()).isEqualTo(6379);
    assertThat(least.user()).isNull();
    assertThat(least.prefix()).isEqualTo("jsse-keeper");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://me:word@localhost, it must not contain a password",
    "redis://, it is not a URL",
    "redis://localhost/x, a database number",
    "redis://localhost?x=1, only '?prefix=NAME'",
    "http://localhost, only 'redis://'",
    "JVM, the word is 'jvm'"
  })
  void source_thatIsNone_isRefused(String text, String why) {
    assertThatThrownBy(() -> kind.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith(why);
  }
}

package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestKeyTest {
  @ParameterizedTest
  @CsvSource({
    "client.timout, client.timeout",
    "server_capacity, server.capacity",
    "CLIENT.TICKETS, client.tickets",
    "server.ticket, server.tickets",
    "sweeep, sweep",
    "memroy, memory",
    "logs, log",
    "log.formt, log.format",
    "jmz, jmx",
    "metrics.https, metrics.http",
    "hist, history",
    "confg, config",
  })
  void to_mistypedKey_isTheOneMeant(String mistyped, String meant) {
    assertThat(NearestKey.to(mistyped)).isEqualTo(meant);
  }

  @Test
  void to_equallyNearKeys_isTheFirstOfTheTable() {
    assertThat(NearestKey.to("")).isEqualTo("log");
    assertThat(NearestKey.to("jxx")).isEqualTo("jmx");
  }

  @Test
  void to_everyKnownKey_isItself() {
    for (Option<?> option : KnownOptions.all()) {
      assertThat(NearestKey.to(option.key())).isEqualTo(option.key());
    }
  }
}

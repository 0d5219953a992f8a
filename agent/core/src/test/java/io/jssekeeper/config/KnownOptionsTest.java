package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownOptionsTest {
  @Test
  void all_rows_areTheOptionsOfTheContract() {
    assertThat(KnownOptions.all())
        .extracting(option -> option.key() + "=" + option.defaultText())
        .containsExactly(
            "enabled=true",
            "client.timeout=the JDK's (24h, or what the application sets)",
            "server.timeout=the JDK's (24h, or what the application sets)",
            "client.capacity=the JDK's (20480, or what the application sets)",
            "server.capacity=the JDK's (20480, or what the application sets)",
            "client.tickets=10",
            "client.ftps=off",
            "client.ftps.ports=21+990",
            "server.tickets=the JDK's (1)",
            "server.keys=off",
            "server.keys.period=1h",
            "server.keys.settle=2m",
            "server.keys.seals=first",
            "server.keys.scope=the certificates of the context",
            "server.keys.client-auth=false",
            "server.keys.warn=7d",
            "server.keys.redis.password=the environment's JSSE_KEEPER_REDIS_PASSWORD",
            "server.keys.redis.trust=what the JDK trusts",
            "server.keys.redis.seal=none",
            "memory=2%",
            "sweep=1s",
            "keep=all",
            "certificates=ignore",
            "log=auto",
            "log.format=text",
            "log.results=full+resumed+failed",
            "jmx=true",
            "jfr=true",
            "metrics=auto",
            "metrics.http=off",
            "metrics.peers=false",
            "otel=none",
            "history=1000",
            "errors=100",
            "selfcheck=true",
            "config=none");
  }

  @Test
  void all_defaultValues_areCanonical() {
    for (Option<?> option : KnownOptions.all()) {
      Optional<? extends Setting<?>> setting = option.defaultSetting();
      if (setting.isPresent()) {
        assertThat(setting.get().text()).as(option.key()).isEqualTo(option.defaultText());
        assertThat(setting.get().isDefault()).as(option.key()).isTrue();
      }
    }
  }

  @Test
  void all_rows_sayTheirEffectInOneSentence() {
    for (Option<?> option : KnownOptions.all()) {
      assertThat(option.effect()).as(option.key()).isNotBlank().doesNotContain("\n");
      assertThat(option.effect()).as(option.key()).doesNotEndWith(".");
      assertThat(option.expected()).as(option.key()).isNotBlank();
    }
  }
}

package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveOptionsTest {
  @Test
  void with_someChanged_theOthersStay() throws Exception {
    Options before = Given.argument("memory=9%,sweep=2s").load();
    Options after = before.with("sweep=3s,server.timeout=1h");

    assertThat(after).hasToString("server.timeout=1h,memory=9%,sweep=3s");
    assertThat(after.origin("sweep")).isEqualTo("set live");
    assertThat(after.origin("memory")).isEqualTo("argument");
    assertThat(before.sweep()).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jmx=false", "history=5", "sweep=3s,jfr=false", "metrics=off", "selfcheck=false"})
  void with_whatTakesEffectAtAStartOnly_isRefused(String assignments) {
    assertThatThrownBy(() -> Given.nothing().load().with(assignments))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("takes effect when the keeper starts");
  }

  @Test
  void with_enabled_isRefusedWithTheVerbThatDoesIt() {
    assertThatThrownBy(() -> Given.nothing().load().with("enabled=false"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'detach' takes the keeper out");
  }

  @Test
  void with_unknownKey_isRefusedWithTheNearest() {
    assertThatThrownBy(() -> Given.nothing().load().with("memry=5%"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("set live")
        .hasMessageContaining("'memory'");
  }
}

package io.jssekeeper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jssekeeper.config.value.LogTarget;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void load_nothingGiven_hasTheDefaults() throws InvalidOptionException {
    Options options = Given.nothing().load();

    assertThat(options.timeout(Side.CLIENT)).isEmpty();
    assertThat(options.timeout(Side.SERVER)).isEmpty();
    assertThat(options.capacity(Side.CLIENT)).isEmpty();
    assertThat(options.capacity(Side.SERVER)).isEmpty();
    assertThat(options.clientTickets()).isEqualTo(10);
    assertThat(options.serverTickets()).isEmpty();
    assertThat(options.memory()).hasToString("2%");
    assertThat(options.sweep()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.keep()).containsExactly(Protection.values());
    assertThat(options.log()).isEqualTo(LogTarget.AUTO);
    assertThat(options.logFormat()).isEqualTo(LogFormat.TEXT);
    assertThat(options.logResults()).containsExactly(Result.values());
    assertThat(options.jmx()).isTrue();
    assertThat(options.jfr()).isTrue();
    assertThat(options.metrics()).isEqualTo(MetricsTarget.AUTO);
    assertThat(options.metricsHttp()).isEmpty();
    assertThat(options.history()).isEqualTo(1000);
    assertThat(options.selfCheck()).isTrue();
    assertThat(options.config()).isEmpty();
  }

  @Test
  void load_everythingGiven_isReadByItsAccessor() throws InvalidOptionException {
    Options options =
        Given.argument(
                "client.timeout=1h,server.timeout=2h,client.capacity=3,server.capacity=4,"
                    + "client.tickets=5,server.tickets=6,memory=7m,sweep=8s,keep=close,log=stderr,"
                    + "log.format=json,log.results=failed,jmx=false,jfr=false,metrics=off,"
                    + "metrics.http=9,history=10,selfcheck=false")
            .load();

    assertThat(options.timeout(Side.CLIENT)).contains(Duration.ofHours(1));
    assertThat(options.timeout(Side.SERVER)).contains(Duration.ofHours(2));
    assertThat(options.capacity(Side.CLIENT)).hasValue(3);
    assertThat(options.capacity(Side.SERVER)).hasValue(4);
    assertThat(options.clientTickets()).isEqualTo(5);
    assertThat(options.serverTickets()).hasValue(6);
    assertThat(options.memory().bytesOf(1)).isEqualTo(7 << 20);
    assertThat(options.sweep()).isEqualTo(Duration.ofSeconds(8));
    assertThat(options.keep()).containsExactly(Protection.CLOSE);
    assertThat(options.log()).isEqualTo(LogTarget.STDERR);
    assertThat(options.logFormat()).isEqualTo(LogFormat.JSON);
    assertThat(options.logResults()).containsExactly(Result.FAILED);
    assertThat(options.jmx()).isFalse();
    assertThat(options.jfr()).isFalse();
    assertThat(options.metrics()).isEqualTo(MetricsTarget.OFF);
    assertThat(options.metricsHttp().orElseThrow().port()).isEqualTo(9);
    assertThat(options.history()).isEqualTo(10);
    assertThat(options.selfCheck()).isFalse();
  }

  @Test
  void load_unlimited_isZeroAndNotAbsent() throws InvalidOptionException {
    Options options = Given.argument("client.timeout=0,client.capacity=0").load();

    assertThat(options.timeout(Side.CLIENT)).contains(Duration.ZERO);
    assertThat(options.capacity(Side.CLIENT)).isEqualTo(OptionalInt.of(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ",", "jmx=true,", ",jmx=true", " jmx = true , , history = 1000\n"})
  void load_emptyItemsAndWhiteSpace_countForNothing(String argument) throws InvalidOptionException {
    assertThat(Given.argument(argument).load()).isEqualTo(Given.nothing().load());
  }

  @Test
  void load_equalsSignInAValue_belongsToIt() throws InvalidOptionException {
    assertThat(Given.argument("log=a=b").load().log().file()).contains(Path.of("a=b"));
  }

  @Test
  void load_systemPropertiesOfOthers_countForNothing() throws InvalidOptionException {
    Given others = Given.nothing().property("jssekeeper", "x").property("java.version", "17");

    assertThat(others.load()).isEqualTo(Given.nothing().load());
  }

  @Test
  void load_systemPropertyAmongTheDefaults_counts() throws InvalidOptionException {
    Properties defaults = new Properties();
    defaults.setProperty("jssekeeper.history", "5");
    Given given = Given.nothing();

    assertThat(Options.load(null, given.environment(), new Properties(defaults)).history())
        .isEqualTo(5);
  }

  @Test
  void load_severalSources_theHigherOneWins(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("f"), "history=1\njmx=false\nsweep=1m\nkeep=gc");
    Options options =
        Given.argument("history=4,config=" + file)
            .property("jssekeeper.history", "3")
            .property("jssekeeper.jmx", "true")
            .environment("history=2,jmx=false,sweep=2m")
            .load();

    assertThat(options.history()).isEqualTo(4);
    assertThat(options.origin("history")).isEqualTo("argument");
    assertThat(options.jmx()).isTrue();
    assertThat(options.origin("jmx")).isEqualTo("system property");
    assertThat(options.sweep()).isEqualTo(Duration.ofMinutes(2));
    assertThat(options.origin("sweep")).isEqualTo("environment");
    assertThat(options.keep()).containsExactly(Protection.GC);
    assertThat(options.origin("keep")).isEqualTo("file " + file);
    assertThat(options.origin("memory")).isEqualTo("default");
    assertThat(options.origin("client.timeout")).isEqualTo("default");
  }

  @Test
  void origin_unknownKey_isRefused() throws InvalidOptionException {
    Options options = Given.nothing().load();

    assertThatThrownBy(() -> options.origin("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Both ends of every range, and values just outside. */
  @ParameterizedTest
  @CsvSource({
    "client.timeout, 0, 2147483647s, -1s, 2147483648s",
    "server.timeout, 0, 2147483647s, -1s, 2147483648s",
    "client.capacity, 0, 2147483647, -1, 2147483648",
    "server.capacity, 0, 2147483647, -1, 2147483648",
    "client.tickets, 0, 1000, -1, 1001",
    "server.tickets, 0, 10, -1, 11",
    "memory, 0%, 100%, -1%, 101%",
    "memory, 0, 9223372036854775807, -1, 9223372036854775808",
    "sweep, 10ms, 1h, 9ms, 3600001ms",
    "metrics.http, :1, :65535, :0, :65536",
    "history, 0, 1000000, -1, 1000001",
  })
  void load_endsOfARange_areInItAndNothingBeyond(
      String key, String least, String most, String below, String above)
      throws InvalidOptionException {
    assertThat(Given.argument(key + "=" + least).load().asMap()).containsEntry(key, least);
    assertThat(Given.argument(key + "=" + most).load().asMap()).containsEntry(key, most);
    assertThat(Given.argument(key + "=" + below).line()).startsWith("invalid value");
    assertThat(Given.argument(key + "=" + above).line()).startsWith("invalid value");
  }
}

package io.jssekeeper.config.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetKindsTest {
  private static final LogTargetKind LOG = new LogTargetKind();
  private static final EndpointKind ENDPOINT = new EndpointKind();

  @ParameterizedTest
  @ValueSource(strings = {"auto", "stderr", "slf4j", "off"})
  void parse_logWord_isNoFile(String word) throws InvalidValueException {
    assertThat(LOG.parse(word).file()).isEmpty();
    assertThat(LOG.print(LOG.parse(word))).isEqualTo(word);
  }

  @Test
  void parse_logWord_isItsConstant() throws InvalidValueException {
    assertThat(LOG.parse("auto")).isSameAs(LogTarget.AUTO);
    assertThat(LOG.parse("stderr")).isSameAs(LogTarget.STDERR);
    assertThat(LOG.parse("slf4j")).isSameAs(LogTarget.SLF4J);
    assertThat(LOG.parse("off")).isSameAs(LogTarget.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"./off", "handshakes.log", "/var/log/a=b, c.log"})
  void parse_logPath_isThatFile(String path) throws InvalidValueException {
    assertThat(LOG.parse(path).file()).contains(Path.of(path));
    assertThat(LOG.print(LOG.parse(path))).isEqualTo(path);
    assertThat(LOG.parse(path)).isEqualTo(LOG.parse(path)).isNotEqualTo(LogTarget.OFF);
  }

  @Test
  void parse_logWordInUpperCase_isImpossible() {
    assertThatThrownBy(() -> LOG.parse("Off"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("the word is 'off', and a file would be './Off'");
  }

  @Test
  void parse_noPath_isImpossible() {
    assertThatThrownBy(() -> LOG.parse("a\0b")).hasMessage("it is not a valid path on this system");
    assertThatThrownBy(() -> new PathKind("").parse("a\0b"))
        .hasMessage("it is not a valid path on this system");
  }

  @ParameterizedTest
  @CsvSource({
    "9464, :9464, 9464",
    ":9464, :9464, 9464",
    "1, :1, 1",
    "65535, :65535, 65535",
    "localhost:9464, localhost:9464, 9464",
    "0.0.0.0:9464, 0.0.0.0:9464, 9464",
    "[::1]:9464, [::1]:9464, 9464",
    "[fe80::1%eth0]:9464, [fe80::1%eth0]:9464, 9464",
    "my-host_1.example:80, my-host_1.example:80, 80",
  })
  void parse_endpoint_isPrintedBack(String text, String printed, int port)
      throws InvalidValueException {
    assertThat(ENDPOINT.print(ENDPOINT.parse(text))).isEqualTo(printed);
    assertThat(ENDPOINT.parse(text).orElseThrow().port()).isEqualTo(port);
    assertThat(ENDPOINT.parse(printed)).isEqualTo(ENDPOINT.parse(text));
  }

  @Test
  void parse_endpointOff_isNone() throws InvalidValueException {
    assertThat(ENDPOINT.parse("off")).isEmpty();
    assertThat(ENDPOINT.print(ENDPOINT.parse("off"))).isEqualTo("off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9464", "127.0.0.1:9464", "[::1]:9464"})
  void address_loopback_isLoopback(String text) throws InvalidValueException {
    InetSocketAddress address = ENDPOINT.parse(text).orElseThrow().address();

    assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    assertThat(address.getPort()).isEqualTo(9464);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0 | '0' is not a port",
        "65536 | '65536' is not a port",
        "-1 | '-1' is not a port",
        "localhost | 'localhost' is not a port",
        "localhost: | '' is not a port",
        ": | '' is not a port",
        "http://localhost:9464 | 'http://localhost' is not a host",
        "localhost:9464/metrics | '9464/metrics' is not a port",
        "::1:9464 | '::1' is not a host",
        "[::1] | '[:' is not a host",
        "[]:9464 | '[]' is not a host",
        "two words:9464 | 'two words' is not a host",
        "OFF | 'OFF' is not a port",
      })
  void parse_noEndpoint_saysWhy(String text, String wrong) {
    assertThatThrownBy(() -> ENDPOINT.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(wrong);
  }
}

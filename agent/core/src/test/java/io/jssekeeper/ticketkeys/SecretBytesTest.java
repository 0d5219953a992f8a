package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBytesTest {
  private static final byte[] SECRET = random(48);
  private static final String BASE64 = Base64.getEncoder().encodeToString(SECRET);

  @ParameterizedTest
  @ValueSource(ints = {48, 80})
  void content_asNginxAndEnvoyTakeIt_isOneSecret(int length) throws Exception {
    byte[] raw = random(length);

    assertThat(SecretBytes.parse(raw)).containsExactly(raw);
  }

  @Test
  void content_ofLines_isASecretForEach() throws Exception {
    String text =
        "# turned every day\n\n" + BASE64 + "\r\n" + HexFormat.of().formatHex(random(32)) + "\n";

    assertThat(parse(text)).containsExactly(SECRET, random(32));
  }

  @Test
  void content_ofOneLineWithoutItsEnd_isASecret() throws Exception {
    assertThat(parse(BASE64)).containsExactly(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "'# nothing' | contains no secret",
        "'not a secret!' | has a line 1 that is not a secret",
        "c2hvcnQ= | has a secret of 5 bytes; the minimum is 32",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | has a secret of 1 byte value",
        "AQIBAgECAQIBAgECAQIBAgECAQIBAgECAQIBAgECAQI= | has a secret of 2 different byte values"
      })
  void content_thatIsNoSecret_isRefusedInOneSentence(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(UnusableSecretsException.class)
        .hasMessageStartingWith(why);
  }

  @Test
  void content_ofRawBytesOfAnotherLength_isRefused() {
    assertThatThrownBy(() -> SecretBytes.parse(random(47)))
        .isInstanceOf(UnusableSecretsException.class);
  }

  @Test
  void content_allZero_isRefused() {
    assertThatThrownBy(() -> SecretBytes.parse(new byte[80]))
        .hasMessage("has a secret of 1 byte value, which is not random");
  }

  private static List<byte[]> parse(String text) throws UnusableSecretsException {
    return SecretBytes.parse(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}

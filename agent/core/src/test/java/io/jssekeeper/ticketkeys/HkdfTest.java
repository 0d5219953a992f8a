package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the first vector of RFC 5869, appendix A. */
class HkdfTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SECRET = HEX.parseHex("0b".repeat(22));
  private static final byte[] SALT = HEX.parseHex("000102030405060708090a0b0c");
  private static final byte[] INFO = HEX.parseHex("f0f1f2f3f4f5f6f7f8f9");

  @Test
  void expand_rfc5869Vector_isTheRfcsOutput() {
    byte[] key = Hkdf.extract(SALT, SECRET);

    assertThat(HEX.formatHex(key))
        .isEqualTo("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    assertThat(HEX.formatHex(Hkdf.expand(key, 32, INFO)))
        .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
  }
}

package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Side;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogfmtTest {
  @Test
  void line_ofARecord_isNamesAndValuesWithOneSpaceBetween() {
    HandshakeDraft draft =
        new HandshakeDraft(Side.SERVER)
            .negotiated("TLSv1.3", "TLS_AES_256_GCM_SHA384")
            .peer("127.0.0.1", 52044)
            .extensions("shop.example", "h2")
            .session(0x9f86d081884c7d65L)
            .resumption("ticket", 12_000);

    assertThat(Logfmt.line(Records.resumed(draft)))
        .isEqualTo(
            "handshake=resumed side=server protocol=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384"
                + " peer=127.0.0.1:52044 sni=shop.example alpn=h2 session=9f86d081884c7d65"
                + " via=ticket age=12s");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "plain,              plain",
        "[::1]:443,          [::1]:443",
        "a b,                ~\"a b\"~",
        "say \"no\",         ~\"say \\\"no\\\"\"~",
        "back\\slash,        ~\"back\\\\slash\"~",
        "a=b,                ~\"a=b\"~",
        "größe,              größe",
      })
  void line_valueThatNeedsIt_isQuoted(String value, String written) {
    assertThat(Logfmt.line(withError(value))).isEqualTo(head() + "error=" + written + tail());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\0",
        "\u001b[2J",
        "\u007f",
        "\u0085",
        "\u009b31m",
        "\u2028",
        "\u2029",
        "\u000b",
        "\f"
      })
  void line_withControlCharacters_hasNoneAndOneLine(String evil) {
    String line = Logfmt.line(withError("a" + evil + "b"));

    assertThat(line.chars()).noneMatch(Character::isISOControl);
    assertThat(line.lines()).hasSize(1);
    assertThat(line).doesNotContain("\u2028", "\u2029").startsWith(head() + "error=\"a\\");
  }

  @Test
  void line_whenThePeersNameForgesALine_isStillOneRecord() {
    String evil = "x\nhandshake=resumed side=server peer=10.0.0.1:1";
    HandshakeRecord record = Records.full(Records.draft().extensions(evil, null));

    assertThat(Logfmt.line(record).lines()).hasSize(1);
    assertThat(Parsed.of(Logfmt.line(record)))
        .containsEntry("sni", evil)
        .containsEntry("handshake", "full")
        .doesNotContainKey("peer");
  }

  /** A reader may split at any Unicode white space. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u2003", "\u3000", "\u1680"})
  void line_withOtherSpaces_quotesThemToo(String space) {
    assertThat(Logfmt.line(withError("a" + space + "b")))
        .isEqualTo(head() + "error=\"a" + space + "b\"" + tail());
  }

  /** They reverse the order of displayed text: a peer could make a record look like another one. */
  @ParameterizedTest
  @ValueSource(strings = {"\u202e", "\u2066", "\u200f", "\u200b", "\ufeff"})
  void line_withInvisibleFormatting_escapesIt(String invisible) {
    assertThat(Logfmt.line(withError("a" + invisible + "b")))
        .isEqualTo(head() + "error=\"a" + escape(invisible) + "b\"" + tail());
  }

  @Test
  void line_readBack_isTheFields() {
    for (int block = 0; block < 0x10000; block += 64) {
      HandshakeRecord record = withError(characters(block, block + 64));

      assertThat(Parsed.of(Logfmt.line(record))).isEqualTo(Texts.of(record));
    }
  }

  @Test
  void line_inUtf8_keepsCharactersBeyondTheBasicPlane() {
    HandshakeRecord record = withError("\ud83d\udd12 locked");
    byte[] bytes = Logfmt.line(record).getBytes(StandardCharsets.UTF_8);

    assertThat(Parsed.of(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(Texts.of(record));
  }

  private static String characters(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int c = from; c < to; c++) {
      text.append((char) c);
    }
    return text.toString();
  }

  private static String escape(String character) {
    return String.format("\\u%04x", (int) character.charAt(0));
  }

  private static HandshakeRecord withError(String error) {
    return Records.failed(new HandshakeDraft(Side.CLIENT).failure("a", error));
  }

  private static String head() {
    return "handshake=failed alert=a ";
  }

  private static String tail() {
    return " side=client";
  }
}

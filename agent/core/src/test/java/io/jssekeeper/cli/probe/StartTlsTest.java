package io.jssekeeper.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The dialogues as the RFCs print them. */
class StartTlsTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void smtp_greetingOfSeveralLines_asksAfterTheLast() throws IOException {
    ask(
        StartTls.smtp,
        "220-mail.example.org\r\n220 ESMTP\r\n250-mail.example.org\r\n250 STARTTLS\r\n"
            + "220 Go ahead\r\n");

    assertThat(said.toString(StandardCharsets.US_ASCII))
        .isEqualTo("EHLO jsse-keeper.invalid\r\nSTARTTLS\r\n");
  }

  @Test
  void smtp_refused_quotesTheServer() {
    assertThatThrownBy(() -> ask(StartTls.smtp, "220 hi\r\n250 hi\r\n454 TLS not available\r\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("454 TLS not available");
  }

  @Test
  void imap_untaggedLines_areSkipped() throws IOException {
    ask(StartTls.imap, "* OK IMAP4rev1\r\n* CAPABILITY STARTTLS\r\na1 OK begin TLS\r\n");

    assertThat(said.toString(StandardCharsets.US_ASCII)).isEqualTo("a1 STARTTLS\r\n");
  }

  @Test
  void postgres_willing_isAskedWithItsRequestCode() throws IOException {
    ask(StartTls.postgres, "S");

    assertThat(said.toByteArray()).containsExactly(0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f);
  }

  @Test
  void postgres_unwilling_isAFailure() {
    assertThatThrownBy(() -> ask(StartTls.postgres, "N")).hasMessageContaining("not offer TLS");
  }

  @Test
  void ldap_success_isAskedByItsObjectIdentifier() throws IOException {
    StartTls.ldap.ask(new ByteArrayInputStream(ldapReply(0)), said);

    assertThat(said.toByteArray()).startsWith(0x30, 0x1d).hasSize(0x1d + 2);
    assertThat(said.toString(StandardCharsets.US_ASCII)).endsWith("1.3.6.1.4.1.1466.20037");
  }

  @Test
  void ldap_refused_saysTheResultCode() {
    assertThatThrownBy(() -> StartTls.ldap.ask(new ByteArrayInputStream(ldapReply(2)), said))
        .hasMessageContaining("result code 2");
  }

  @Test
  void start_closedByTheServer_fails() {
    assertThatThrownBy(() -> ask(StartTls.smtp, "220 hi\r\n")).hasMessageContaining("closed");
    assertThatThrownBy(() -> ask(StartTls.postgres, "")).hasMessageContaining("closed");
  }

  /** LDAPMessage of RFC 4511 4.1.1: message 1, an ExtendedResponse without texts. */
  private static byte[] ldapReply(int code) {
    return new byte[] {
      0x30, 0x0c, 0x02, 0x01, 0x01, 0x78, 0x07, 0x0a, 0x01, (byte) code, 0x04, 0x00, 0x04, 0x00
    };
  }

  private void ask(StartTls protocol, String server) throws IOException {
    protocol.ask(new ByteArrayInputStream(server.getBytes(StandardCharsets.US_ASCII)), said);
  }
}

package io.jssekeeper.cli.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a client requests TLS in a protocol that starts without it. */
public enum StartTls {
  /** TLS from the first byte on. */
  none {
    @Override
    void ask(InputStream in, OutputStream out) {}
  },

  /** RFC 3207. */
  smtp {
    @Override
    void ask(InputStream in, OutputStream out) throws IOException {
      expect(smtpReply(in), "220");
      say(out, "EHLO jsse-keeper.invalid\r\n");
      expect(smtpReply(in), "250");
      say(out, "STARTTLS\r\n");
      expect(smtpReply(in), "220");
    }
  },

  /** RFC 3501 6.2.1. */
  imap {
    @Override
    void ask(InputStream in, OutputStream out) throws IOException {
      expect(line(in), "* OK");
      say(out, "a1 STARTTLS\r\n");
      String reply = line(in);
      for (int untagged = 0; reply.startsWith("* ") && untagged < MAX_LINES; untagged++) {
        reply = line(in);
      }
      expect(reply, "a1 OK");
    }
  },

  /** RFC 4511 4.14: the extended request 1.3.6.1.4.1.1466.20037. */
  ldap {
    @Override
    void ask(InputStream in, OutputStream out) throws IOException {
      byte[] name = "1.3.6.1.4.1.1466.20037".getBytes(StandardCharsets.US_ASCII);
      byte[] head = {0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, (byte) 0x80, 0x16};
      out.write(concat(head, name));
      out.flush();
      byte[] reply = ber(in);
      // LDAPMessage { messageID, ExtendedResponse { resultCode ENUMERATED 0, ... } }
      for (int i = 0; i + 2 < reply.length; i++) {
        if (reply[i] == 0x0a && reply[i + 1] == 1) {
          if (reply[i + 2] == 0) {
            return;
          }
          throw new IOException("LDAP StartTLS was refused, result code " + reply[i + 2]);
        }
      }
      throw new IOException("not an LDAP server");
    }
  },

  /** SSLRequest of PostgreSQL's frontend/backend protocol. */
  postgres {
    @Override
    void ask(InputStream in, OutputStream out) throws IOException {
      out.write(new byte[] {0, 0, 0, 8, 0x04, (byte) 0xd2, 0x16, 0x2f});
      out.flush();
      if (octet(in) != 'S') {
        throw new IOException("the PostgreSQL server does not offer TLS");
      }
    }
  };

  private static final int MAX_LINES = 100;
  private static final int MAX_LINE = 4096;

  /**
   * Sends what makes the server expect a ClientHello next.
   *
   * @throws IOException if it refuses, or does not speak this protocol
   */
  abstract void ask(InputStream in, OutputStream out) throws IOException;

  private static void say(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void expect(String reply, String start) throws IOException {
    if (!reply.startsWith(start)) {
      throw new IOException("expected '" + start + "', but the server said '" + reply + "'");
    }
  }

  /** The last line of a reply that may have several (RFC 5321 4.2.1). */
  private static String smtpReply(InputStream in) throws IOException {
    String reply = line(in);
    for (int more = 0; reply.matches("\\d{3}-.*") && more < MAX_LINES; more++) {
      reply = line(in);
    }
    return reply;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = octet(in); octet != '\n'; octet = octet(in)) {
      if (line.size() == MAX_LINE) {
        throw new IOException("the server's line is longer than " + MAX_LINE + " bytes");
      }
      line.write(octet);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private static byte[] ber(InputStream in) throws IOException {
    if (octet(in) != 0x30) {
      throw new IOException("not an LDAP server");
    }
    int length = octet(in);
    if (length >= 0x80) {
      int octets = length & 0x7f;
      length = 0;
      for (int i = 0; i < Math.min(octets, 3); i++) {
        length = length << 8 | octet(in);
      }
    }
    return in.readNBytes(Math.min(length, MAX_LINE));
  }

  private static int octet(InputStream in) throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("the server closed the connection");
    }
    return octet;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}

package io.jssekeeper.it.harness;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The age that a client claims for its TLS 1.3 ticket (RFC 8446 section 4.2.11.1), from the trace
 * of an {@code openssl s_server} that issues one ticket per handshake.
 */
public final class TicketAge {
  private static final Pattern ADDED = Pattern.compile(" *ticket_age_add=([0-9]+)");
  private static final Pattern IDENTITIES = Pattern.compile(" *extension_type=psk\\(41\\).*");
  private static final Pattern DUMP =
      Pattern.compile(" *[0-9a-f]{4} - ((?:[0-9a-f]{2}[- ]){1,15}).*");

  private TicketAge() {}

  /** In milliseconds, modulo 2^32: of the first ticket offered. */
  public static long firstMillis(List<String> trace) {
    long added = -1;
    for (int i = 0; i < trace.size(); i++) {
      Matcher matcher = ADDED.matcher(trace.get(i));
      if (matcher.matches()) {
        added = Long.parseLong(matcher.group(1));
      } else if (added >= 0 && IDENTITIES.matcher(trace.get(i)).matches()) {
        return obfuscated(dump(trace.subList(i + 1, trace.size()))) - added & 0xffffffffL;
      }
    }
    throw new AssertionError("no ticket was offered: " + trace);
  }

  private static byte[] dump(List<String> lines) {
    StringBuilder hex = new StringBuilder();
    for (String line : lines) {
      Matcher matcher = DUMP.matcher(line);
      if (!matcher.matches()) {
        break;
      }
      hex.append(matcher.group(1).replaceAll("[- ]", ""));
    }
    return HexFormat.of().parseHex(hex);
  }

  /** After the length of all identities, the length of the first, and the first. */
  private static long obfuscated(byte[] extension) {
    int length = (extension[2] & 0xff) << 8 | extension[3] & 0xff;
    return ByteBuffer.wrap(extension).getInt(4 + length) & 0xffffffffL;
  }
}

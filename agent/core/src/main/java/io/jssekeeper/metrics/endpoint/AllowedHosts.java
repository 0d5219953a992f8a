package io.jssekeeper.metrics.endpoint;

import java.util.Locale;

/**
 * The {@code Host} field of a request (RFC 9110 section 7.2), which a browser fills with the name
 * that it looked up. A site that resolves its own name to the loopback address (DNS rebinding)
 * could have its visitors' browsers read what is meant for this machine; the field reveals that.
 */
final class HostField {
  private static final String NAME = "host:";

  private HostField() {}

  /**
   * Whether it names this machine as a loopback address is named: in digits or as {@code
   * localhost}. A request without the field is no browser's.
   *
   * @param head a request's head, whose lines may end in LF or CRLF
   */
  static boolean isLocal(String head) {
    int line = head.indexOf('\n') + 1;
    while (line > 0 && line < head.length()) {
      if (head.regionMatches(true, line, NAME, 0, NAME.length())) {
        int end = head.indexOf('\n', line);
        String value = head.substring(line + NAME.length(), end < 0 ? head.length() : end);
        if (!isLocalHost(withoutPort(value.trim()))) {
          return false;
        }
      }
      line = head.indexOf('\n', line) + 1;
    }
    return true;
  }

  private static String withoutPort(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }

  private static boolean isLocalHost(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost") // RFC 6761 section 6.3
        || name.startsWith("[")
        || isInDigits(name);
  }

  /** No name of the DNS is all digits and dots: a top-level domain is not numeric (RFC 3696). */
  private static boolean isInDigits(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}

package io.jssekeeper.metrics.endpoint;

import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * Which values of a request's {@code Host} field (RFC 9110 section 7.2) an endpoint answers. A
 * browser fills in the name that it looked up, and a site that lets its own name resolve to the
 * loopback address (DNS rebinding) could have its visitors' browsers read what is meant for this
 * machine. What listens on another address is open to the network anyway. Immutable.
 */
final class AllowedHosts {
  private static final String FIELD = "host:";

  private final boolean all;
  private final String own;

  /**
   * @param listening the address as it was asked for, with its name if it was given by name
   */
  AllowedHosts(InetSocketAddress listening) {
    all = listening.getAddress() == null || !listening.getAddress().isLoopbackAddress();
    own = listening.getHostString().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the request may be answered. On a loopback address it must name that as asked for, in
   * digits or as {@code localhost}; a request without the field is no browser's.
   *
   * @param head a request's head, whose lines may end in LF or CRLF
   */
  boolean allow(String head) {
    int line = head.indexOf('\n') + 1;
    while (!all && line > 0 && line < head.length()) {
      if (head.regionMatches(true, line, FIELD, 0, FIELD.length())) {
        int end = head.indexOf('\n', line);
        String value = head.substring(line + FIELD.length(), end < 0 ? head.length() : end);
        if (!isLocal(withoutPort(value.trim()).toLowerCase(Locale.ROOT))) {
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

  private boolean isLocal(String name) {
    return name.equals(own)
        || name.equals("localhost")
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

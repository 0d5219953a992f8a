package io.jssekeeper.record;

import java.util.Locale;

/** JSSE's name of a protocol, such as {@code TLSv1.3}, split into parts. Immutable. */
public final class ProtocolName {
  private final String jsses;

  /**
   * @param jsses JSSE's name; null if there is none
   */
  public ProtocolName(String jsses) {
    this.jsses = jsses;
  }

  /** {@code tls}, {@code dtls} or {@code ssl}; null if there is none. */
  public String name() {
    int v = mark();
    return v < 0 ? null : jsses.substring(0, v).toLowerCase(Locale.ROOT);
  }

  /** {@code 1.3}; JSSE's {@code TLSv1} is {@code 1.0}. */
  public String version() {
    int v = mark();
    if (v < 0) {
      return null;
    }
    String version = jsses.substring(v + 1);
    return version.equals("1") ? "1.0" : version;
  }

  private int mark() {
    return jsses == null ? -1 : jsses.indexOf('v');
  }
}

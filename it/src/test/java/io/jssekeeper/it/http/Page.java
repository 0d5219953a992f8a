package io.jssekeeper.it.http;

import java.nio.charset.StandardCharsets;

/** The answer of every server. */
final class Page {
  /** The path of a page long enough for a connection to be cut in the middle of it. */
  static final String LONG = "/long";

  private static final byte[] SHORT_PAGE = "ok\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LONG_PAGE = new byte[200_000];

  private Page() {}

  static byte[] at(String path) {
    return path.equals(LONG) ? LONG_PAGE.clone() : SHORT_PAGE.clone();
  }
}

package io.jssekeeper.it.recorded;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a record may show of a session id: the first 8 bytes of its SHA-256. */
final class SessionHash {
  private static final HexFormat HEX = HexFormat.of();

  private SessionHash() {}

  static String of(String idInHex) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(HEX.parseHex(idInHex));
      return HEX.formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package io.jssekeeper.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The public name of a session: the first 8 bytes, in hex, of SHA-256 of its id. */
public final class SessionHash {
  private static final int SHOWN_BYTES = 8;

  /** The JDK's own alone, which keep no application's class loader. */
  static final ThreadLocal<MessageDigest> DIGESTS = new ThreadLocal<>();

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private SessionHash() {}

  /**
   * The hash of that id; null for an empty id, or on a JVM without SHA-256.
   *
   * @param id the raw id, which is not kept
   */
  public static String of(byte[] id) {
    if (id == null || id.length == 0) {
      return null;
    }
    try {
      return hex(digest(id));
    } catch (NoSuchAlgorithmException e) {
      return null;
    }
  }

  private static byte[] digest(byte[] id) throws NoSuchAlgorithmException {
    MessageDigest sha256 = DIGESTS.get();
    if (sha256 == null) {
      sha256 = MessageDigest.getInstance("SHA-256");
      if (sha256.getProvider().getClass().getClassLoader() == null) {
        DIGESTS.set(sha256);
      }
    }
    byte[] digest = sha256.digest(id);
    sha256.reset(); // SUN's would keep the id in its buffer until it is used again
    return digest;
  }

  private static String hex(byte[] digest) {
    char[] text = new char[2 * SHOWN_BYTES];
    for (int i = 0; i < SHOWN_BYTES; i++) {
      text[2 * i] = HEX[(digest[i] >> 4) & 15];
      text[2 * i + 1] = HEX[digest[i] & 15];
    }
    return new String(text);
  }
}

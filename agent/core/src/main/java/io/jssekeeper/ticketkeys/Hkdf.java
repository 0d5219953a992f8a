package io.jssekeeper.ticketkeys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869), for outputs of one block. */
final class Hkdf {
  static final int BYTES = 32;
  private static final String HMAC = "HmacSHA256";
  private static final byte[] FIRST_BLOCK = {1};

  private Hkdf() {}

  /** The pseudorandom key: section 2.2. */
  static byte[] extract(byte[] salt, byte[] secret) {
    return hmac(salt, secret);
  }

  /**
   * Section 2.3.
   *
   * @param info parts, concatenated
   * @param length at most 32
   */
  static byte[] expand(byte[] key, int length, byte[]... info) {
    byte[][] parts = Arrays.copyOf(info, info.length + 1);
    parts[info.length] = FIRST_BLOCK;
    byte[] block = hmac(key, parts);
    byte[] output = Arrays.copyOf(block, length);
    Arrays.fill(block, (byte) 0);
    return output;
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

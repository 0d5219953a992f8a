package io.jssekeeper.ticketkeys;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether this JVM's provider accepts a key it did not generate, used as in {@code
 * SessionTicketSpec.encrypt}: in FIPS mode it may not.
 */
final class KeyTrial {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private KeyTrial() {}

  static void pass() throws UnusableSecretsException {
    try {
      byte[] key = Hkdf.expand(new byte[Hkdf.BYTES], Hkdf.BYTES, new byte[1]);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, new byte[IV_BYTES]));
      cipher.doFinal(new byte[IV_BYTES]);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new UnusableSecretsException("this JVM's cipher accepts no key from outside: " + e);
    }
  }
}

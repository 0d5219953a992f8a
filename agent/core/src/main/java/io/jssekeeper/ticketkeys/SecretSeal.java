package io.jssekeeper.ticketkeys;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts stored secrets with those of a file, so that access to the store, its dumps or its
 * traffic reveals nothing. Without a file it leaves them as they are.
 */
final class SecretSeal {
  private static final byte PLAIN = 1;
  private static final byte SEALED = 2;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String LABEL = "store";

  private final Path file;
  private final Periods periods;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param file null for none; its first secret seals, all of them open
   */
  SecretSeal(Path file, Periods periods) {
    this.file = file;
    this.periods = periods;
  }

  /**
   * @param name the name under which the value is stored: it can be opened under that name only
   */
  byte[] seal(byte[] secret, String name) throws UnusableSecretsException {
    if (file == null) {
      return ByteBuffer.allocate(1 + secret.length).put(PLAIN).put(secret).array();
    }
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, keys().get(0), new Sealed(iv, secret, name));
    return ByteBuffer.allocate(1 + iv.length + sealed.length)
        .put(SEALED)
        .put(iv)
        .put(sealed)
        .array();
  }

  /**
   * The secret; null if it was not sealed with this file's secrets, or not sealed although there is
   * a file.
   */
  byte[] open(byte[] value, String name) throws UnusableSecretsException {
    if (file == null) {
      boolean isPlain = value.length == 1 + Hkdf.BYTES && value[0] == PLAIN;
      return isPlain ? Arrays.copyOfRange(value, 1, value.length) : null;
    }
    if (value.length <= 1 + IV_BYTES || value[0] != SEALED) {
      return null;
    }
    byte[] iv = Arrays.copyOfRange(value, 1, 1 + IV_BYTES);
    byte[] sealed = Arrays.copyOfRange(value, 1 + IV_BYTES, value.length);
    for (byte[] key : keys()) {
      byte[] secret = apply(Cipher.DECRYPT_MODE, key, new Sealed(iv, sealed, name));
      if (secret != null && secret.length == Hkdf.BYTES) {
        return secret;
      }
    }
    return null;
  }

  private List<byte[]> keys() throws UnusableSecretsException {
    List<byte[]> keys = SecretFiles.read(file);
    for (int i = 0; i < keys.size(); i++) {
      Secret secret = Secret.of(keys.get(i), periods);
      keys.set(i, secret.keyFor(LABEL));
      secret.destroy();
    }
    return keys;
  }

  /** Null if that key cannot open it. */
  private static byte[] apply(int mode, byte[] key, Sealed what) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, what.iv));
      cipher.updateAAD(Secret.ascii(what.name));
      return cipher.doFinal(what.bytes);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private static final class Sealed {
    private final byte[] iv;
    private final byte[] bytes;
    private final String name;

    Sealed(byte[] iv, byte[] bytes, String name) {
      this.iv = iv;
      this.bytes = bytes;
      this.name = name;
    }
  }
}

package io.jssekeeper.ticketkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The source from which ticket keys are derived, for one period length. Thread-safe.
 *
 * <p>Holds only the output of HKDF-Extract, so the file's bytes, which another server may use as
 * keys, are not in the heap.
 */
public final class Secret {
  private static final byte[] SALT = ascii("jsse-keeper ticket keys 1");
  private static final byte[] FINGERPRINT = ascii("fingerprint");
  private static final byte[] NUMBER = ascii("number");
  private static final byte[] FORMAT = ascii("format");
  private static final byte[] SCOPE = ascii("scope");
  private static final byte[] KEY = ascii("key");

  private final byte[] key;
  private final String fingerprint;
  private final int mask;
  private volatile boolean destroyed;

  private Secret(byte[] key) {
    this.key = key;
    fingerprint = hex(Hkdf.expand(key, 4, FINGERPRINT));
    mask = bits(Hkdf.expand(key, 2, NUMBER));
  }

  /**
   * @param bytes are overwritten
   */
  static Secret of(byte[] bytes, Periods periods) {
    byte[] salt =
        ByteBuffer.allocate(SALT.length + Long.BYTES).put(SALT).putLong(periods.millis()).array();
    Secret secret = new Secret(Hkdf.extract(salt, bytes));
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  /** Eight digits that identify the secret and reveal nothing about it. */
  public String fingerprint() {
    return fingerprint;
  }

  /** 16 bits that mask the period in a key's number, different for each secret. */
  int mask() {
    return mask;
  }

  /** Eight bits each for the ticket format and the scope, as they appear in a key's number. */
  int identityBits(TicketIdentity identity) {
    return bits(byteOf(FORMAT, identity.format()), byteOf(SCOPE, identity.scope()));
  }

  private byte byteOf(byte[] label, byte[] value) {
    return Hkdf.expand(use(), 1, label, value)[0];
  }

  /** The 256-bit AES key of a period. */
  byte[] ticketKey(long period, TicketIdentity identity) {
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(period).array();
    return Hkdf.expand(use(), Hkdf.BYTES, KEY, time, identity.format(), identity.scope());
  }

  /** A key for another purpose, named by the label. */
  byte[] keyFor(String label) {
    return Hkdf.expand(use(), Hkdf.BYTES, ascii(label));
  }

  /** Overwrites it. Nothing can be derived from it afterwards. */
  void destroy() {
    destroyed = true;
    Arrays.fill(key, (byte) 0);
  }

  /** Whether it has been destroyed, along with all keys derived from it. */
  public boolean isDestroyed() {
    return destroyed;
  }

  /** A copy taken before destruction: {@link #destroy} sets the flag before it overwrites. */
  private byte[] use() {
    byte[] copy = key.clone();
    if (destroyed) {
      throw new SecretDestroyedException();
    }
    return copy;
  }

  boolean isSame(Secret other) {
    return MessageDigest.isEqual(key, other.key);
  }

  private static int bits(byte... two) {
    return (two[0] & 0xff) << 8 | two[1] & 0xff;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(Character.forDigit(each >> 4 & 0xf, 16))
          .append(Character.forDigit(each & 0xf, 16));
    }
    return text.toString();
  }
}

package io.jssekeeper.model;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The public name of a session: the first 8 bytes, in hex, of SHA-256 of its id. */
public final class SessionHash {
  /** The hash of no session, and of the one id in 2^64 whose hash is the same. */
  public static final long NONE = 0;

  private static final int SHOWN_BYTES = 8;
  private static final int SHA256_BYTES = 32;

  /**
   * From the JDK's own providers only: a host thread may outlive the application that brought
   * another provider, or this keeper, and would keep their class loaders alive.
   */
  static final ThreadLocal<MessageDigest> DIGESTS = new ThreadLocal<>();

  /** Overwritten each time. */
  private static final ThreadLocal<byte[]> HASHES = new ThreadLocal<>();

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private SessionHash() {}

  /**
   * The hash of that id as text; null for an empty id, or on a JVM without SHA-256.
   *
   * @param id the raw id, which is not kept
   */
  public static String of(byte[] id) {
    return text(shownBytes(id));
  }

  /**
   * The bytes shown in the text, the first one highest; {@link #NONE} for an empty id, or on a JVM
   * without SHA-256. Allocates only on a thread's first call.
   *
   * @param id the raw id, which is not kept
   */
  public static long shownBytes(byte[] id) {
    if (id == null || id.length == 0) {
      return NONE;
    }
    try {
      return shownBytes(id, digest());
    } catch (NoSuchAlgorithmException | DigestException e) {
      return NONE;
    }
  }

  private static MessageDigest digest() throws NoSuchAlgorithmException {
    MessageDigest mine = DIGESTS.get();
    if (mine == null) {
      mine = MessageDigest.getInstance("SHA-256");
      if (mine.getProvider().getClass().getClassLoader() == null) {
        DIGESTS.set(mine);
      }
    }
    return mine;
  }

  private static long shownBytes(byte[] id, MessageDigest sha256) throws DigestException {
    byte[] hash = HASHES.get();
    if (hash == null) {
      hash = new byte[SHA256_BYTES];
      HASHES.set(hash);
    }
    sha256.update(id);
    sha256.digest(hash, 0, hash.length);
    sha256.reset(); // SUN's would keep the id in its buffer until the next use
    long shown = 0;
    for (int i = 0; i < SHOWN_BYTES; i++) {
      shown = shown << 8 | hash[i] & 0xff;
    }
    return shown;
  }

  /** Sixteen hexadecimal digits; null for {@link #NONE}. */
  public static String text(long shownBytes) {
    if (shownBytes == NONE) {
      return null;
    }
    char[] text = new char[2 * SHOWN_BYTES];
    for (int i = 0; i < text.length; i++) {
      text[i] = HEX[(int) (shownBytes >>> 4 * (text.length - 1 - i)) & 15];
    }
    return new String(text);
  }
}

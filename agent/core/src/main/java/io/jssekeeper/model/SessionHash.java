package io.jssekeeper.model;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The public name of a session: the first 8 bytes, in hex, of SHA-256 of its id. */
public final class SessionHash {
  /** The hash of no session, and of the one id in 2^64 whose hash is the same. */
  public static final long NONE = 0;

  private static final int SHOWN_BYTES = 8;

  private static final int IDLE = 16;

  /**
   * What is between two uses, so that no thread is left with anything: a virtual one may be one of
   * very many, and any may outlive the keeper. Found by the thread's number, so that threads rarely
   * want the same; one that finds none makes another. From the JDK's own providers only: the keeper
   * may outlive the application that brought another one.
   */
  static final AtomicReferenceArray<Sha256> IDLE_ONES = new AtomicReferenceArray<>(IDLE);

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
   * without SHA-256. Hardly ever allocates.
   *
   * @param id the raw id, which is not kept
   */
  public static long shownBytes(byte[] id) {
    if (id == null || id.length == 0) {
      return NONE;
    }
    int place = placeOfThread();
    Sha256 idle = IDLE_ONES.getAndSet(place, null);
    try {
      Sha256 mine = idle == null ? new Sha256() : idle;
      long shown = mine.shownBytes(id);
      if (mine.isOfJdk()) {
        IDLE_ONES.lazySet(place, mine);
      }
      return shown;
    } catch (NoSuchAlgorithmException | DigestException e) {
      return NONE;
    }
  }

  private static int placeOfThread() {
    return (int) Thread.currentThread().getId() & (IDLE - 1);
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

  /** A digest, and room for its result. For one thread at a time. */
  static final class Sha256 {
    private static final int BYTES = 32;

    final MessageDigest digest = MessageDigest.getInstance("SHA-256");
    private final boolean isOfJdk = digest.getProvider().getClass().getClassLoader() == null;
    private final byte[] hash = new byte[BYTES];

    Sha256() throws NoSuchAlgorithmException {}

    boolean isOfJdk() {
      return isOfJdk;
    }

    long shownBytes(byte[] id) throws DigestException {
      digest.update(id);
      digest.digest(hash, 0, hash.length);
      digest.reset(); // SUN's would keep the id in its buffer until the next use
      long shown = 0;
      for (int i = 0; i < SHOWN_BYTES; i++) {
        shown = shown << 8 | hash[i] & 0xff;
      }
      return shown;
    }
  }
}

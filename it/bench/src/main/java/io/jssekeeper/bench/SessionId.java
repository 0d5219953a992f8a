package io.jssekeeper.bench;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.SplittableRandom;

/** 32 bytes, hashed and compared like {@code sun.security.ssl.SessionId}. */
final class SessionId {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private SessionId(byte[] bytes) {
    this.bytes = bytes;
  }

  static SessionId[] some(int count, SplittableRandom random) {
    SessionId[] ids = new SessionId[count];
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      ids[i] = new SessionId(bytes);
    }
    return ids;
  }

  /** An equal one, as a server creates from a client's message. */
  SessionId asReceived() {
    return new SessionId(bytes.clone());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SessionId && MessageDigest.isEqual(bytes, ((SessionId) other).bytes);
  }
}

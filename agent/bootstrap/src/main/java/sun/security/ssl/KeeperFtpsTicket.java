package sun.security.ssl;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A TLS 1.3 ticket of one login. JSSE consumes the session that holds a ticket ({@code
 * SSLSessionImpl.consumePskIdentity}, {@code consumePreSharedKey}), so each data connection gets a
 * copy of that session. Thread-safe.
 */
final class KeeperFtpsTicket {
  /** When the tickets of copies were created; a copy's own creation time is that of the copying. */
  private static final Map<SSLSessionImpl, Long> MADE =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The session received with it, with its certificates, suite and time. */
  final SSLSessionImpl session;

  /** Whether it was received on the control connection, not on a data connection. */
  final boolean ofControl;

  private final SecretKey key;
  private final byte[] identity;
  private final long endMillis;
  private volatile boolean used;

  /**
   * @param identity the ticket's identity as the server knows it
   * @param endMillis when the lifetime set by the server is over, by {@code
   *     KeeperCallbacks.steadyMillis}
   */
  KeeperFtpsTicket(SSLSessionImpl session, byte[] identity, boolean ofControl, long endMillis) {
    this.session = session;
    this.key = copy(session.getPreSharedKey());
    this.identity = identity;
    this.ofControl = ofControl;
    this.endMillis = endMillis;
  }

  /** Later JDKs destroy keys after use; a key that does not reveal its bytes stays shared. */
  private static SecretKey copy(SecretKey key) {
    byte[] bytes = key.getEncoded();
    return bytes == null ? key : new SecretKeySpec(bytes, key.getAlgorithm());
  }

  boolean isUsed() {
    return used;
  }

  void use() {
    used = true;
  }

  /** Whether the server still allows it, and its session has not ended. */
  boolean isGood(long nowMillis) {
    return nowMillis < endMillis && session.isValid();
  }

  /** A session for resuming with it, which is in no cache. */
  SSLSessionImpl copy(SecureRandom random) {
    SSLSessionImpl copy = new SSLSessionImpl(session, new SessionId(true, random));
    copy.setPreSharedKey(copy(key));
    copy.setTicketAgeAdd(session.getTicketAgeAdd());
    copy.setPskIdentity(identity.clone());
    MADE.put(copy, session.getTicketCreationTime());
    return copy;
  }

  /** When a session's ticket was created: milliseconds since the epoch, by the wall clock. */
  static long made(SSLSessionImpl session) {
    Long made = KeeperFtps.isOn() ? MADE.get(session) : null;
    return made == null ? session.getTicketCreationTime() : made;
  }
}

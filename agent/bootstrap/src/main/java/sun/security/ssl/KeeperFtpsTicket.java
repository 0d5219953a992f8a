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
  /** When the tickets of copies were made; a copy's own time is that of the copying. */
  private static final Map<SSLSessionImpl, Long> MADE =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The session that came by it, with its certificates, suite and time. */
  final SSLSessionImpl session;

  /** Whether it came on the control connection, and not on a data connection. */
  final boolean ofControl;

  private final SecretKey key;
  private final byte[] identity;
  private final long endMillis;
  private volatile boolean used;

  /**
   * @param identity what the server knows the ticket by
   * @param endMillis when the lifetime that the server gave is over, by {@code
   *     KeeperCallbacks.steadyMillis}
   */
  KeeperFtpsTicket(SSLSessionImpl session, byte[] identity, boolean ofControl, long endMillis) {
    this.session = session;
    this.key = copy(session.getPreSharedKey());
    this.identity = identity;
    this.ofControl = ofControl;
    this.endMillis = endMillis;
  }

  /** Later JDKs destroy keys that they have used; one that does not show its bytes stays shared. */
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

  /** Whether the server allows it still, and its session has not ended. */
  boolean isGood(long nowMillis) {
    return nowMillis < endMillis && session.isValid();
  }

  /** A session to resume by it, known to no cache. */
  SSLSessionImpl copy(SecureRandom random) {
    SSLSessionImpl copy = new SSLSessionImpl(session, new SessionId(true, random));
    copy.setPreSharedKey(copy(key));
    copy.setTicketAgeAdd(session.getTicketAgeAdd());
    copy.setPskIdentity(identity.clone());
    MADE.put(copy, session.getTicketCreationTime());
    return copy;
  }

  /** When the ticket of a session was made: milliseconds since the epoch, by the wall clock. */
  static long made(SSLSessionImpl session) {
    Long made = KeeperFtps.isOn() ? MADE.get(session) : null;
    return made == null ? session.getTicketCreationTime() : made;
  }
}

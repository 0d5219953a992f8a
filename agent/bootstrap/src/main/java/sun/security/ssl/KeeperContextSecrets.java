package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.security.auth.DestroyFailedException;
import sun.security.util.Cache;

/**
 * What a session context holds of secrets, once it has its own caches again: sessions, tickets and
 * the keys of stateless tickets.
 *
 * <p>Keys are those of a context of its own ({@code SSLSessionContextImpl.keyHashMap}, since
 * JDK-8298381); {@code getKey} makes another one where it finds none.
 */
final class KeeperContextSecrets implements Cache.CacheVisitor<SessionId, SSLSessionImpl> {
  private static final MethodHandle KEYS = keys();

  private final List<SSLSessionImpl> sessions = new ArrayList<>();

  private KeeperContextSecrets() {}

  /** Ends them all. Who is about to resume by one makes a full handshake. */
  static void end(SSLSessionContextImpl context) throws Throwable {
    KeeperContextSecrets secrets = new KeeperContextSecrets();
    Cache<SessionId, SSLSessionImpl> ids = KeeperCacheSwap.idCache(context);
    ids.accept(secrets);
    for (SSLSessionImpl session : secrets.sessions) {
      session.invalidate();
    }
    ids.clear();
    KeeperCacheSwap.peerCache(context).clear();
    endKeys(context);
  }

  @Override
  public void visit(Map<SessionId, SSLSessionImpl> all) {
    sessions.addAll(all.values());
  }

  private static void endKeys(SSLSessionContextImpl context) throws Throwable {
    if (KEYS == null) {
      return;
    }
    Map<?, ?> keys = (Map<?, ?>) KEYS.invokeExact(context);
    for (Object key : keys.values()) {
      destroy(((SessionTicketExtension.StatelessKey) key).key);
    }
    keys.clear();
  }

  /** {@code SecretKeySpec} cannot be destroyed on every JDK: then it is garbage. */
  private static void destroy(SecretKey key) {
    try {
      key.destroy();
    } catch (DestroyFailedException e) {
      // Unreachable from here on.
    }
  }

  /** Null on a JDK without keys of a context of its own. */
  private static MethodHandle keys() {
    try {
      return KeeperPrivateLookup.in(SSLSessionContextImpl.class)
          .findGetter(SSLSessionContextImpl.class, "keyHashMap", Map.class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}

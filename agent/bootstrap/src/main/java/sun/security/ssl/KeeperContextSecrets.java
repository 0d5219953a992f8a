package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.security.auth.DestroyFailedException;
import sun.security.util.Cache;

/**
 * The secrets of a session context that has its own caches again: sessions, tickets and the keys of
 * stateless tickets.
 *
 * <p>Covers keys that belong to a context ({@code SSLSessionContextImpl.keyHashMap}, since
 * JDK-8298381); {@code getKey} creates a new one if it finds none.
 */
final class KeeperContextSecrets implements Cache.CacheVisitor<SessionId, SSLSessionImpl> {
  private static final MethodHandle KEYS = keys();

  private final List<SSLSessionImpl> sessions = new ArrayList<>();

  private KeeperContextSecrets() {}

  /** Ends them all. Clients about to resume make full handshakes. */
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

  /** {@code SecretKeySpec} cannot be destroyed on every JDK: there it becomes garbage. */
  private static void destroy(SecretKey key) {
    try {
      key.destroy();
    } catch (DestroyFailedException e) {
      // Unreachable from here on.
    }
  }

  /** Null on a JDK whose contexts have no keys of their own. */
  private static MethodHandle keys() {
    try {
      return KeeperPrivateLookup.in(SSLSessionContextImpl.class)
          .findGetter(SSLSessionContextImpl.class, "keyHashMap", Map.class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}

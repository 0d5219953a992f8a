package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.crypto.SecretKey;
import jdk.internal.misc.Unsafe;

/**
 * Adds shared keys to those of a context ({@code SSLSessionContextImpl.keyHashMap}), where JSSE
 * finds, counts and removes them like its own. Thread-safe.
 *
 * <p>{@code currentKeyID} is never written: JSSE's own key still seals what must stay in its
 * context. Linked only on a JDK that has what {@link KeeperSharing#isPossible} checks for.
 */
final class KeeperSharedKeys {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final Class<?> KEY = SessionTicketExtension.StatelessKey.class;
  private static final MethodHandle KEYS =
      getter(SSLSessionContextImpl.class, "keyHashMap", Map.class);
  private static final MethodHandle PEER =
      getter(SSLSessionImpl.class, "peerCerts", X509Certificate[].class);
  private static final MethodHandle PUT = put();
  private static final Object LOCK = new Object();

  private KeeperSharedKeys() {}

  /** The shared key for sealing a session; null to use JSSE's own. */
  static SessionTicketExtension.StatelessKey sealing(
      KeeperCallbacks port, HandshakeContext handshake, SSLSessionImpl session) throws Throwable {
    KeeperKeyContext context = new KeeperKeyContext(handshake);
    KeeperSharedKey key = port.sealingKey(context, isAuthenticated(session));
    return key == null ? null : installed(context.sessions(), key);
  }

  /** Whether the client has presented a certificate; if that is unknown, it counts as presented. */
  private static boolean isAuthenticated(SSLSessionImpl session) throws Throwable {
    return (X509Certificate[]) PEER.invokeExact(session) != null;
  }

  /** Makes the shared key with that number available to JSSE, if there is one. */
  static void seek(KeeperCallbacks port, HandshakeContext handshake, int number) throws Throwable {
    KeeperKeyContext context = new KeeperKeyContext(handshake);
    if (!keys(context.sessions()).containsKey(number)) {
      KeeperSharedKey key = port.openingKey(context, number);
      if (key != null) {
        installed(context.sessions(), key);
      }
    }
  }

  /** Null if JSSE has given that number to one of its own keys, or sharing has ended. */
  private static SessionTicketExtension.StatelessKey installed(
      SSLSessionContextImpl context, KeeperSharedKey key) throws Throwable {
    Map<Integer, SessionTicketExtension.StatelessKey> keys = keys(context);
    SessionTicketExtension.StatelessKey known = keys.get(key.number());
    if (known != null && known.key == key) {
      return known;
    }
    synchronized (LOCK) {
      known = keys.get(key.number());
      if (!KeeperSharing.isOn() || known != null && !isShared(known)) {
        return null;
      }
      SessionTicketExtension.StatelessKey made = made(key);
      keys.put(key.number(), made);
      return made;
    }
  }

  /** Without its constructor, which would draw a random key. */
  private static SessionTicketExtension.StatelessKey made(KeeperSharedKey key) throws Throwable {
    Object made = UNSAFE.allocateInstance(KEY);
    long left = key.endMillis() - System.currentTimeMillis();
    UNSAFE.putLong(made, offset("timeout"), KeeperKeyHooks.keyClock() + left);
    UNSAFE.putInt(made, offset("num"), key.number());
    PUT.invokeExact(UNSAFE, made, offset("key"), (Object) key);
    UNSAFE.storeFence();
    return (SessionTicketExtension.StatelessKey) made;
  }

  static boolean isShared(SessionTicketExtension.StatelessKey key) {
    return key.key instanceof KeeperSharedKey;
  }

  /** Destroys those of a context that the agent no longer knows. */
  static void drop(SSLSessionContextImpl context, KeeperSharing.Forgotten forgotten)
      throws Throwable {
    synchronized (LOCK) {
      for (SessionTicketExtension.StatelessKey each : keys(context).values()) {
        SecretKey key = each.key;
        if (key instanceof KeeperSharedKey
            && forgotten.isForgotten(((KeeperSharedKey) key).origin())) {
          keys(context).remove(each.num, each);
          ((KeeperSharedKey) key).destroy();
        }
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Integer, SessionTicketExtension.StatelessKey> keys(
      SSLSessionContextImpl context) throws Throwable {
    return (Map<Integer, SessionTicketExtension.StatelessKey>)
        (Map<?, ?>) KEYS.invokeExact(context);
  }

  private static long offset(String field) throws NoSuchFieldException {
    return UNSAFE.objectFieldOffset(KEY.getDeclaredField(field));
  }

  private static MethodHandle getter(Class<?> owner, String name, Class<?> type) {
    try {
      return KeeperPrivateLookup.in(owner).findGetter(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner + " does not declare " + name, e);
    }
  }

  /** {@code putReference}, as JDKs with stateless tickets have it. */
  private static MethodHandle put() {
    MethodType type = MethodType.methodType(void.class, Object.class, long.class, Object.class);
    try {
      return MethodHandles.lookup().findVirtual(Unsafe.class, "putReferenceVolatile", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Unsafe has no put", e);
    }
  }
}

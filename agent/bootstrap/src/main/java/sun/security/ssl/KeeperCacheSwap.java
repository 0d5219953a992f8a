package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import javax.net.ssl.SSLSessionContext;
import jdk.internal.misc.Unsafe;
import sun.security.util.Cache;

/**
 * Replaces the two caches of a session context with ours, and moves their contents.
 *
 * <p>Uses {@code Unsafe} because the fields are final: reflection warns or fails from JDK 26 on.
 */
final class KeeperCacheSwap {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final MethodHandle PUT = put();
  private static final MethodHandle ID_CACHE = getter("sessionCache");
  private static final MethodHandle PEER_CACHE = getter("sessionHostPortCache");
  private static final long ID_OFFSET = offset("sessionCache");
  private static final long PEER_OFFSET = offset("sessionHostPortCache");
  private static final Object LOCK = new Object();

  static {
    refuseIfIncomplete(KeeperCacheById.class);
    refuseIfIncomplete(KeeperCacheByPeer.class);
  }

  private KeeperCacheSwap() {}

  /** Our id cache of that context, or null if it is not adopted. */
  static KeeperCacheById adopted(SSLSessionContextImpl context) throws Throwable {
    Cache<?, ?> cache = (Cache<?, ?>) ID_CACHE.invokeExact(context);
    return cache instanceof KeeperCacheById ? (KeeperCacheById) cache : null;
  }

  /** Whether that connection's sessions belong to an adopted context. */
  static boolean isOfAdopted(TransportContext connection) throws Throwable {
    SSLContextImpl context = connection.sslContext;
    SSLSessionContext sessions =
        connection.sslConfig.isClientMode
            ? context.engineGetClientSessionContext()
            : context.engineGetServerSessionContext();
    return adopted((SSLSessionContextImpl) sessions) != null;
  }

  /** Our cache by peer of that context, or null if it is not adopted. */
  static KeeperCacheByPeer adoptedPeers(SSLSessionContextImpl context) throws Throwable {
    Cache<?, ?> cache = (Cache<?, ?>) PEER_CACHE.invokeExact(context);
    return cache instanceof KeeperCacheByPeer ? (KeeperCacheByPeer) cache : null;
  }

  /** Adopts a context, unless it is adopted already. */
  static void adopt(SSLSessionContextImpl context, boolean server, KeeperCallbacks callbacks)
      throws Throwable {
    if (adopted(context) == null && exchange(context, server, callbacks)) {
      callbacks.settingsChanged(new KeeperContextSettings(context), server);
    }
  }

  private static boolean exchange(
      SSLSessionContextImpl context, boolean server, KeeperCallbacks callbacks) throws Throwable {
    KeeperCacheById ours;
    KeeperCacheByPeer peers;
    synchronized (LOCK) {
      if (adopted(context) != null) {
        return false;
      }
      KeeperCacheBackend store = open(context, server, callbacks);
      ours = new KeeperCacheById(store, server, idCache(context));
      peers = new KeeperCacheByPeer(ours, peerCache(context));
      write(context, PEER_OFFSET, peers);
      write(context, ID_OFFSET, ours);
    }
    new KeeperCacheMigration(ours, peers).toOurs();
    return true;
  }

  /** Completes the move of the sessions that an adopted context had before. */
  static void settle(SSLSessionContextImpl context) throws Throwable {
    KeeperCacheById ours = adopted(context);
    if (ours != null) {
      move(context, ours).settle();
    }
  }

  private static KeeperCacheMigration move(SSLSessionContextImpl context, KeeperCacheById ours)
      throws Throwable {
    Cache<?, ?> peers = (Cache<?, ?>) PEER_CACHE.invokeExact(context);
    return new KeeperCacheMigration(ours, (KeeperCacheByPeer) peers);
  }

  /** Undoes {@link #adopt}; does nothing for a context that is not adopted. */
  static void release(SSLSessionContextImpl context) throws Throwable {
    KeeperCacheById ours = adopted(context);
    if (ours == null) {
      return;
    }
    KeeperCacheMigration move = move(context, ours);
    move.toJdks();
    move.toJdks(); // returned tickets since then: they are waited for until the exchange
    write(context, PEER_OFFSET, move.jdksPeers());
    write(context, ID_OFFSET, ours.handover.original);
    move.toJdks(); // what arrived just before
  }

  /** Called with the lock held, since the agent publishes each store it creates. */
  private static KeeperCacheBackend open(
      SSLSessionContextImpl context, boolean server, KeeperCallbacks callbacks) {
    return callbacks.open(
        server,
        context.getSessionCacheSize(),
        context.getSessionTimeout(),
        new KeeperContextHandle(context));
  }

  @SuppressWarnings("unchecked")
  static Cache<SessionId, SSLSessionImpl> idCache(SSLSessionContextImpl context) throws Throwable {
    return (Cache<SessionId, SSLSessionImpl>) (Cache<?, ?>) ID_CACHE.invokeExact(context);
  }

  @SuppressWarnings("unchecked")
  static Cache<String, SSLSessionImpl> peerCache(SSLSessionContextImpl context) throws Throwable {
    return (Cache<String, SSLSessionImpl>) (Cache<?, ?>) PEER_CACHE.invokeExact(context);
  }

  private static void write(SSLSessionContextImpl context, long offset, Object cache)
      throws Throwable {
    PUT.invokeExact(UNSAFE, (Object) context, offset, cache);
  }

  /** A later JDK's {@code Cache} may have abstract methods that ours do not know. */
  private static void refuseIfIncomplete(Class<?> cache) {
    for (Method method : cache.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers())) {
        throw new IllegalStateException(cache.getName() + " lacks " + method);
      }
    }
  }

  /** {@code putReferenceVolatile}, which JDK 11 calls {@code putObjectVolatile}. */
  private static MethodHandle put() {
    MethodType type = MethodType.methodType(void.class, Object.class, long.class, Object.class);
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      return lookup.findVirtual(Unsafe.class, "putReferenceVolatile", type);
    } catch (ReflectiveOperationException e) {
      try {
        return lookup.findVirtual(Unsafe.class, "putObjectVolatile", type);
      } catch (ReflectiveOperationException e2) {
        throw new IllegalStateException("Unsafe has no volatile put", e2);
      }
    }
  }

  private static Field field(String name) throws NoSuchFieldException {
    Field field = SSLSessionContextImpl.class.getDeclaredField(name);
    if (field.getType() != Cache.class) {
      throw new NoSuchFieldException(name + " is a " + field.getType().getName());
    }
    return field;
  }

  private static long offset(String name) {
    try {
      return UNSAFE.objectFieldOffset(field(name));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle getter(String name) {
    try {
      field(name);
      return KeeperPrivateLookup.in(SSLSessionContextImpl.class)
          .findGetter(SSLSessionContextImpl.class, name, Cache.class)
          .asType(MethodType.methodType(Cache.class, SSLSessionContextImpl.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "SSLSessionContextImpl does not declare " + name + " as a Cache", e);
    }
  }
}

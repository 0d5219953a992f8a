package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Queue;

/** Replaces the queue in which JSSE keeps a session's child sessions. */
final class KeeperCacheChildSessions {
  private static final MethodHandle CHILDREN = children();

  private KeeperCacheChildSessions() {}

  /** Makes the parent drop its reference to that child. */
  static void forget(SSLSessionImpl parent, SSLSessionImpl child) throws Throwable {
    ((Queue<?>) CHILDREN.invokeExact(parent)).remove(child);
  }

  /** Makes the parent reference that child, as JSSE does. */
  @SuppressWarnings("unchecked")
  static void remember(SSLSessionImpl parent, SSLSessionImpl child) throws Throwable {
    ((Queue<SSLSessionImpl>) (Queue<?>) CHILDREN.invokeExact(parent)).add(child);
  }

  private static MethodHandle children() {
    try {
      return KeeperPrivateLookup.in(SSLSessionImpl.class)
          .findGetter(SSLSessionImpl.class, "childSessions", Queue.class)
          .asType(MethodType.methodType(Queue.class, SSLSessionImpl.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "SSLSessionImpl does not declare childSessions as a Queue", e);
    }
  }
}

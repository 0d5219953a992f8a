package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets sessions share equal lists of the peer's signature schemes.
 *
 * <p>JSSE creates a linked list per session from the peer's hello ({@code
 * SignatureScheme.getSupportedAlgorithms}): some 500 of a session's 1,500 bytes. Peers of one kind
 * send the same list, and JSSE only reads it once the handshake is over.
 */
final class KeeperCacheSchemes {
  /** More kinds of peers than exist; a peer that invents lists cannot fill the heap. */
  private static final int MAX_KINDS = 64;

  /** Memory per scheme in a list that is not shared. */
  private static final int SCHEME_BYTES = 4;

  private static final Map<List<SignatureScheme>, List<SignatureScheme>> KINDS =
      new ConcurrentHashMap<>();
  private static final MethodHandle GET = accessor(false);
  private static final MethodHandle SET = accessor(true);

  private KeeperCacheSchemes() {}

  /** Does nothing on a JDK that declares the field otherwise, as JDK 11 does. */
  @SuppressWarnings("unchecked")
  static void share(SSLSessionImpl session) throws Throwable {
    if (GET == null || SET == null) {
      return;
    }
    Collection<?> own = (Collection<?>) GET.invokeExact(session);
    if (own != null && !own.isEmpty()) {
      List<SignatureScheme> shared = shared((Collection<SignatureScheme>) own);
      if (shared != own) {
        SET.invokeExact(session, (Collection<?>) shared);
      }
    }
  }

  /**
   * The first list that was equal; a separate copy if it is the first, or if there are too many
   * kinds.
   */
  private static List<SignatureScheme> shared(Collection<SignatureScheme> own) {
    List<SignatureScheme> first = KINDS.get(own);
    if (first != null) {
      return first;
    }
    List<SignatureScheme> copy = List.copyOf(own);
    first = KINDS.size() < MAX_KINDS ? KINDS.putIfAbsent(copy, copy) : null;
    return first == null ? copy : first;
  }

  static int unsharedBytes(SSLSessionImpl session) {
    try {
      Collection<?> own = GET == null ? null : (Collection<?>) GET.invokeExact(session);
      return own == null || KINDS.containsKey(own) ? 0 : SCHEME_BYTES * own.size();
    } catch (Throwable t) {
      return 0;
    }
  }

  private static MethodHandle accessor(boolean set) {
    try {
      MethodHandles.Lookup lookup = KeeperPrivateLookup.in(SSLSessionImpl.class);
      String field = "peerSupportedSignAlgs";
      return set
          ? lookup
              .findSetter(SSLSessionImpl.class, field, Collection.class)
              .asType(MethodType.methodType(void.class, SSLSessionImpl.class, Collection.class))
          : lookup
              .findGetter(SSLSessionImpl.class, field, Collection.class)
              .asType(MethodType.methodType(Collection.class, SSLSessionImpl.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}

package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSessionContext;

/**
 * The key ids that each server context has used for stateless tickets. Distinguishes a ticket whose
 * key has expired from one that was sealed elsewhere.
 *
 * <p>JSSE numbers a context's keys consecutively from a random number. Ids from before an attach
 * are unknown.
 */
final class KeeperKeyIds {
  private static final Map<SSLSessionContext, KeeperKeyIds> OF_CONTEXTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Those of the latest contexts, which may be gone: written with the lock held, and read without
   * it.
   */
  private static final KeeperKeyIds[] LATEST = new KeeperKeyIds[256];

  private static int contexts;

  private final int first;
  private volatile int last;

  private KeeperKeyIds(int first) {
    this.first = first;
    this.last = first;
  }

  static void made(SSLSessionContext context, int number) {
    KeeperKeyIds numbers = OF_CONTEXTS.get(context);
    if (numbers == null) {
      KeeperKeyIds fresh = new KeeperKeyIds(number);
      OF_CONTEXTS.put(context, fresh);
      synchronized (LATEST) {
        LATEST[contexts++ & LATEST.length - 1] = fresh;
      }
    } else {
      numbers.last = number;
    }
  }

  /** Whether that context has created a key with that number. Numbers may overflow. */
  static boolean hasMade(SSLSessionContext context, int number) {
    KeeperKeyIds numbers = OF_CONTEXTS.get(context);
    return numbers != null && numbers.have(number);
  }

  /**
   * Whether any context, possibly gone by now, has created a key with that number: for numbers that
   * the context in question has not used. JSSE's first number is one of four billion, so a
   * coincidence can be ruled out.
   */
  static boolean hasAnotherMade(int number) {
    for (KeeperKeyIds numbers : LATEST) {
      if (numbers != null && numbers.have(number)) {
        return true;
      }
    }
    return false;
  }

  private boolean have(int number) {
    return number - first >= 0 && number - first <= last - first;
  }
}

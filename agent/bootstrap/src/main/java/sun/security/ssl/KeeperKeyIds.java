package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSessionContext;

/**
 * The key ids that each server context has used for stateless tickets. Tells a ticket whose key has
 * expired from one that was sealed elsewhere.
 *
 * <p>JSSE numbers a context's keys consecutively from a random number. Ids from before an attach
 * are unknown.
 */
final class KeeperKeyIds {
  private static final Map<SSLSessionContext, KeeperKeyIds> OF_CONTEXTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Those of the latest contexts, which may be gone: written under its lock, and read without. */
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

  /** Whether that context has made a key of that number. Numbers may overflow. */
  static boolean hasMade(SSLSessionContext context, int number) {
    KeeperKeyIds numbers = OF_CONTEXTS.get(context);
    return numbers != null && numbers.have(number);
  }

  /**
   * Whether some context has made a key of that number, be it gone by now: to be asked of a number
   * that the context in question has not made. JSSE's first number is one of four thousand million,
   * so that it is another one's by chance is out of the question.
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

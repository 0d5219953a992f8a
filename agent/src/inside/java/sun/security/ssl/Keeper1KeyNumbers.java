package sun.security.ssl;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSessionContext;

/**
 * Which numbers the keys of stateless tickets have had in each server context, so that a ticket
 * whose key is gone by time is told from one that was sealed elsewhere.
 *
 * <p>JSSE numbers the keys of a context one after another, from a random number on. Those from
 * before an attach are not known.
 */
final class Keeper1KeyNumbers {
  private static final Map<SSLSessionContext, Keeper1KeyNumbers> OF_CONTEXTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final int first;
  private volatile int last;

  private Keeper1KeyNumbers(int first) {
    this.first = first;
    this.last = first;
  }

  static void made(SSLSessionContext context, int number) {
    Keeper1KeyNumbers numbers = OF_CONTEXTS.get(context);
    if (numbers == null) {
      OF_CONTEXTS.put(context, new Keeper1KeyNumbers(number));
    } else {
      numbers.last = number;
    }
  }

  /** Whether that context has made a key of that number. Numbers may overflow. */
  static boolean hasMade(SSLSessionContext context, int number) {
    Keeper1KeyNumbers numbers = OF_CONTEXTS.get(context);
    return numbers != null
        && number - numbers.first >= 0
        && number - numbers.first <= numbers.last - numbers.first;
  }
}

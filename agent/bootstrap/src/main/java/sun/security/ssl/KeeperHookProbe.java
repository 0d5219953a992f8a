package sun.security.ssl;

import java.util.HashSet;
import java.util.Set;

/**
 * Directs the hooks to other callbacks for handshakes that one thread makes with itself, so that
 * these can observe what woven code does, and nothing else is affected.
 *
 * <p>For the thread that created it; other threads may only ask whether it is theirs.
 */
public final class KeeperHookProbe {
  private static final String PACKAGE = "sun.security.ssl.";
  private static final String INSIDE = PACKAGE + "Keeper";

  private final Thread thread = Thread.currentThread();
  private final KeeperCallbacks callbacks;
  private final Set<String> calls = new HashSet<>();
  private String error = "";

  /**
   * @param port what the hooks reach in this thread
   */
  public KeeperHookProbe(KeeperCallbacks callbacks) {
    this.callbacks = callbacks;
  }

  /**
   * Which woven methods have called which hooks, as {@code Owner.method KeeperContextHooks.hook},
   * with the names of classes as the JVM has them, without the package. Empty also in a JVM that
   * makes no stack traces.
   */
  public Set<String> calls() {
    return new HashSet<>(calls);
  }

  /** The last error that a hook has swallowed in this thread; empty if there was none. */
  public String error() {
    return error;
  }

  boolean isOfThisThread() {
    return Thread.currentThread() == thread;
  }

  void swallowed(String hook, Throwable failure) {
    error = hook + ": " + failure.getClass().getName();
  }

  /** Something in the bootstrap room asks for the callbacks: notes who, if it is a hook. */
  KeeperCallbacks called() {
    StackTraceElement[] frames = new Throwable().getStackTrace();
    for (int i = 1; i < frames.length; i++) {
      if (!frames[i].getClassName().startsWith(INSIDE)) {
        calls.add(name(frames[i]) + " " + name(frames[i - 1]));
        break;
      }
    }
    return callbacks;
  }

  private static String name(StackTraceElement frame) {
    return frame.getClassName().substring(PACKAGE.length()) + "." + frame.getMethodName();
  }
}

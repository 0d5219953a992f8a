package sun.security.ssl;

import java.util.HashSet;
import java.util.Set;

/**
 * Redirects the hooks to other callbacks for handshakes that one thread makes with itself, so that
 * these can observe woven code without affecting anything else.
 *
 * <p>For the thread that created it; other threads may only ask whether it belongs to them.
 */
public final class KeeperHookProbe {
  private static final String PACKAGE = "sun.security.ssl.";
  private static final String INSIDE = PACKAGE + "Keeper";

  private final Thread thread = Thread.currentThread();
  private final KeeperCallbacks callbacks;
  private final Set<String> calls = new HashSet<>();
  private String error = "";
  private boolean heapWasFull;

  /**
   * @param port the callbacks that hooks reach in this thread
   */
  public KeeperHookProbe(KeeperCallbacks callbacks) {
    this.callbacks = callbacks;
  }

  /**
   * Which woven methods have called which hooks, as {@code Owner.method KeeperContextHooks.hook},
   * with the JVM's class names, without the package. Also empty in a JVM that creates no stack
   * traces.
   */
  public Set<String> calls() {
    return new HashSet<>(calls);
  }

  /**
   * The last error other than {@link OutOfMemoryError} that a hook has swallowed in this thread;
   * empty if there was none.
   */
  public String error() {
    return error;
  }

  /** Whether a hook has swallowed an {@link OutOfMemoryError} in this thread. */
  public boolean heapWasFull() {
    return heapWasFull;
  }

  boolean isOfThisThread() {
    return Thread.currentThread() == thread;
  }

  void swallowed(String hook, Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      heapWasFull = true;
    } else {
      error = hook + ": " + failure.getClass().getName();
    }
  }

  /** A bootstrap class asks for the callbacks: notes which, if it is a hook. */
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

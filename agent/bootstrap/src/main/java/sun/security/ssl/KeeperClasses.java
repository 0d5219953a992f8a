package sun.security.ssl;

import jdk.internal.misc.Unsafe;

/** Answers questions about classes that only code in the JDK may ask. */
public final class KeeperClasses {
  private KeeperClasses() {}

  /** Whether the class has been used: its initialiser has run. Does not run it. */
  public static boolean isInitialized(Class<?> type) {
    return !Unsafe.getUnsafe().shouldBeInitialized(type);
  }
}

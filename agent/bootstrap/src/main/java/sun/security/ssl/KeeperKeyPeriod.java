package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * How long a stateless ticket key seals tickets: {@code jdk.tls.server.statelessKeyTimeout}, in
 * seconds, from 0 to seven days.
 *
 * <p>JSSE compares its milliseconds with seven days in seconds, and so replaces every value above
 * 604 by an hour (static initializer of {@code SessionTicketExtension}).
 */
final class KeeperKeyPeriod {
  private static final String PROPERTY = "jdk.tls.server.statelessKeyTimeout";
  private static final long DEFAULT_MILLIS = 3_600_000;
  private static final long MILLIS = wantedMillis(property());
  private static final long MISSING_MILLIS = MILLIS - jdkMillis();

  private KeeperKeyPeriod() {}

  static long millis() {
    return MILLIS;
  }

  /** What JSSE's own period lacks; negative if it is too long. */
  static long missingMillis() {
    return MISSING_MILLIS;
  }

  private static long wantedMillis(String property) {
    try {
      long seconds = property == null ? -1 : Integer.parseInt(property);
      boolean allowed = seconds >= 0 && seconds <= KeeperTicketLifetime.MAX_SECONDS;
      return allowed ? seconds * 1000 : DEFAULT_MILLIS;
    } catch (NumberFormatException e) {
      return DEFAULT_MILLIS;
    }
  }

  @SuppressWarnings("removal") // there may be a security manager up to JDK 23
  private static String property() {
    return AccessController.doPrivileged(
        new PrivilegedAction<String>() {
          @Override
          public String run() {
            return System.getProperty(PROPERTY);
          }
        });
  }

  private static int jdkMillis() {
    try {
      MethodHandle get =
          KeeperPrivateLookup.in(SessionTicketExtension.class)
              .findStaticGetter(SessionTicketExtension.class, "keyTimeout", int.class);
      return (int) get.invokeExact();
    } catch (Throwable t) {
      throw new IllegalStateException("SessionTicketExtension has no int keyTimeout", t);
    }
  }
}

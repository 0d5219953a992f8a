package sun.security.ssl;

import java.lang.invoke.MethodHandles;
import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * Access to private members of this package's classes.
 *
 * <p>Hooks run on the application's stack, which a security manager (to JDK 23) may not permit to
 * do this.
 */
final class KeeperPrivateLookup implements PrivilegedExceptionAction<MethodHandles.Lookup> {
  private final Class<?> type;

  private KeeperPrivateLookup(Class<?> type) {
    this.type = type;
  }

  @SuppressWarnings("removal")
  static MethodHandles.Lookup in(Class<?> type) throws IllegalAccessException {
    try {
      return AccessController.doPrivileged(new KeeperPrivateLookup(type));
    } catch (PrivilegedActionException e) {
      throw (IllegalAccessException) e.getException();
    }
  }

  @Override
  public MethodHandles.Lookup run() throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }
}

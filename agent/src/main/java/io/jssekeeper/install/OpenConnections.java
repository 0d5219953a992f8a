package io.jssekeeper.install;

import java.util.function.Predicate;
import sun.security.ssl.Keeper1Facts;

/** Whether a TLS connection is open. */
final class OpenConnections implements Predicate<Object> {
  @Override
  public boolean test(Object connection) {
    return Keeper1Facts.isOpen(connection);
  }
}

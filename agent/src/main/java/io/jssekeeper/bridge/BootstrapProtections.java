package io.jssekeeper.bridge;

import io.jssekeeper.model.Protection;
import java.util.EnumSet;
import java.util.Set;
import sun.security.ssl.KeeperProtection;

/** Protections as the bootstrap room names them. Not to be used before that room is defined. */
final class BootstrapProtections {
  private BootstrapProtections() {}

  static Set<KeeperProtection> of(Set<Protection> protections) {
    Set<KeeperProtection> purges = EnumSet.noneOf(KeeperProtection.class);
    for (Protection protection : protections) {
      purges.add(KeeperProtection.valueOf(protection.name()));
    }
    return purges;
  }

  static Protection of(KeeperProtection protection) {
    return Protection.valueOf(protection.name());
  }
}

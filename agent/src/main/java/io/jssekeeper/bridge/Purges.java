package io.jssekeeper.bridge;

import io.jssekeeper.model.Protection;
import java.util.EnumSet;
import java.util.Set;
import sun.security.ssl.KeeperPurge;

/** Protections as the inside room names them. Not to be used before that room is defined. */
final class Purges {
  private Purges() {}

  static Set<KeeperPurge> of(Set<Protection> protections) {
    Set<KeeperPurge> purges = EnumSet.noneOf(KeeperPurge.class);
    for (Protection protection : protections) {
      purges.add(KeeperPurge.valueOf(protection.name()));
    }
    return purges;
  }

  static Protection of(KeeperPurge purge) {
    return Protection.valueOf(purge.name());
  }
}

package io.jssekeeper.install;

import io.jssekeeper.config.Protection;
import io.jssekeeper.keep.Purge;
import java.util.EnumSet;
import java.util.Set;
import sun.security.ssl.Keeper1Purge;

/** The same five ways to lose sessions, as options, rules and hooks name them. */
final class Purges {
  private Purges() {}

  static Set<Purge> of(Set<Protection> protections) {
    Set<Purge> purges = EnumSet.noneOf(Purge.class);
    for (Protection protection : protections) {
      purges.add(Purge.valueOf(protection.name()));
    }
    return purges;
  }

  /** Not to be called before the inside room is defined. */
  static Set<Keeper1Purge> ofHooks(Set<Protection> protections) {
    Set<Keeper1Purge> purges = EnumSet.noneOf(Keeper1Purge.class);
    for (Protection protection : protections) {
      purges.add(Keeper1Purge.valueOf(protection.name()));
    }
    return purges;
  }

  static Purge of(Keeper1Purge purge) {
    return Purge.valueOf(purge.name());
  }
}

package io.jssekeeper.keep;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** One session among its live ancestors and descendants. Guarded by {@link Lineages}. */
final class Kin {
  private final Name name;
  private Set<Kin> ancestors = Collections.emptySet();
  private Set<Kin> descendants = Collections.emptySet();

  Kin(Object session, ReferenceQueue<Object> dead) {
    name = new Name(session, dead);
  }

  /** The name to look a session up by. */
  static Name name(Object session) {
    return new Name(session, null);
  }

  Name name() {
    return name;
  }

  /** The session, or null if it is dead. */
  Object session() {
    return name.get();
  }

  Set<Kin> ancestors() {
    return ancestors;
  }

  Set<Kin> descendants() {
    return descendants;
  }

  void link(Kin descendant) {
    descendants = with(descendants, descendant);
    descendant.ancestors = with(descendant.ancestors, this);
  }

  /**
   * Most have kin in one direction only, and few: there is no set until there is something in it.
   */
  private static Set<Kin> with(Set<Kin> kin, Kin added) {
    if (kin.isEmpty()) {
      return Collections.singleton(added);
    }
    Set<Kin> more = kin;
    if (kin.size() == 1) {
      more = Collections.newSetFromMap(new IdentityHashMap<>(4));
      more.addAll(kin);
    }
    more.add(added);
    return more;
  }

  private static Set<Kin> without(Set<Kin> kin, Kin removed) {
    if (kin.size() > 1) {
      kin.remove(removed);
      return kin.size() == 1 ? Collections.singleton(kin.iterator().next()) : kin;
    }
    return kin.contains(removed) ? Collections.emptySet() : kin;
  }

  /** Leaves all its kin; returns those that are alone now. */
  List<Kin> unlink() {
    List<Kin> lonely = new ArrayList<>();
    for (Kin ancestor : ancestors) {
      ancestor.descendants = without(ancestor.descendants, this);
      ancestor.addIfLonely(lonely);
    }
    for (Kin descendant : descendants) {
      descendant.ancestors = without(descendant.ancestors, this);
      descendant.addIfLonely(lonely);
    }
    ancestors = Collections.emptySet();
    descendants = Collections.emptySet();
    return lonely;
  }

  private void addIfLonely(List<Kin> lonely) {
    if (ancestors.isEmpty() && descendants.isEmpty()) {
      lonely.add(this);
    }
  }

  /** A session by identity, which does not keep it alive. */
  static final class Name extends WeakReference<Object> {
    private final int hash;

    private Name(Object session, ReferenceQueue<Object> dead) {
      super(session, dead);
      hash = System.identityHashCode(session);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Name && ((Name) other).get() == mine;
    }
  }
}

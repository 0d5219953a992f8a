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
  private static final int FEW = 2;

  private final Name name;
  private final Set<Kin> ancestors = Collections.newSetFromMap(new IdentityHashMap<>(FEW));
  private final Set<Kin> descendants = Collections.newSetFromMap(new IdentityHashMap<>(FEW));

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
    descendants.add(descendant);
    descendant.ancestors.add(this);
  }

  /** Leaves all its kin; returns those that are alone now. */
  List<Kin> unlink() {
    List<Kin> lonely = new ArrayList<>();
    for (Kin ancestor : ancestors) {
      ancestor.descendants.remove(this);
      ancestor.addIfLonely(lonely);
    }
    for (Kin descendant : descendants) {
      descendant.ancestors.remove(this);
      descendant.addIfLonely(lonely);
    }
    ancestors.clear();
    descendants.clear();
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

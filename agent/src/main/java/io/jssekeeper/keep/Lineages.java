package io.jssekeeper.keep;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Which sessions descend from which: what JSSE's {@code SSLSessionImpl.childSessions} is for, held
 * weakly.
 *
 * <p>JSSE holds each session that came from another strongly, and so on without end. Here a session
 * keeps none alive and every live descendant is known, so that invalidating a session still ends
 * them all. What is kept is bounded by the sessions that are alive. Thread-safe.
 */
public final class Lineages {
  private final Map<Kin.Name, Kin> alive = new HashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

  /** A session has brought forth another one. */
  public synchronized void bear(Object parent, Object child) {
    buryDead();
    Kin parentKin = kin(parent);
    Kin childKin = kin(child);
    for (Kin ancestor : parentKin.ancestors()) {
      ancestor.link(childKin);
    }
    parentKin.link(childKin);
  }

  /**
   * The live descendants of a session that ends. It is asked once: from then on the session has
   * none.
   */
  public synchronized List<Object> endLineOf(Object session) {
    buryDead();
    Kin kin = alive.get(Kin.name(session));
    List<Object> descendants = new ArrayList<>();
    if (kin != null) {
      for (Kin descendant : kin.descendants()) {
        Object live = descendant.session();
        if (live != null) {
          descendants.add(live);
        }
      }
      bury(kin);
    }
    return descendants;
  }

  /**
   * Forgets all kinship.
   *
   * @param heir is given each live session with each live descendant, and no lock is held then
   */
  public void dissolve(BiConsumer<Object, Object> heir) {
    List<Object> pairs = takePairs();
    for (int i = 0; i < pairs.size(); i += 2) {
      heir.accept(pairs.get(i), pairs.get(i + 1));
    }
  }

  private synchronized List<Object> takePairs() {
    List<Object> pairs = new ArrayList<>();
    for (Kin kin : alive.values()) {
      Object ancestor = kin.session();
      for (Kin descendant : kin.descendants()) {
        Object live = descendant.session();
        if (ancestor != null && live != null) {
          pairs.add(ancestor);
          pairs.add(live);
        }
      }
    }
    alive.clear();
    return pairs;
  }

  /** How many sessions have a live ancestor or descendant. */
  synchronized int size() {
    buryDead();
    return alive.size();
  }

  /** Forgets the sessions that are dead; is called by whoever comes, and with each sweep. */
  public synchronized void buryDead() {
    Reference<?> name;
    while ((name = dead.poll()) != null) {
      Kin kin = alive.get(name);
      if (kin != null) {
        bury(kin);
      }
    }
  }

  private Kin kin(Object session) {
    Kin kin = alive.get(Kin.name(session));
    if (kin == null) {
      kin = new Kin(session, dead);
      alive.put(kin.name(), kin);
    }
    return kin;
  }

  private void bury(Kin kin) {
    alive.remove(kin.name());
    for (Kin lonely : kin.unlink()) {
      alive.remove(lonely.name());
    }
  }
}

package io.jssekeeper.tracking;

import io.jssekeeper.clock.LockYield;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Which sessions descend from which: what JSSE's {@code SSLSessionImpl.childSessions} is for, held
 * weakly.
 *
 * <p>JSSE holds each session that came from another strongly, and so on without end. Here a session
 * keeps none alive and every live descendant is known, so that invalidating a session still ends
 * them all. The dead are taken out of the tree, but for forks between the living: what is kept is
 * bounded by twice the sessions that are alive. Thread-safe.
 */
public final class SessionTree {
  /** More than a birth brings in, so that they get fewer. */
  private static final int FEW = 4;

  private static final int MANY = 500;

  /**
   * Not a {@code HashMap}, though the lock is held: one whose first table there was no heap for
   * makes a table of a length that is no power of two, and loses what is in there when it grows.
   */
  private final Map<SessionNode.Name, SessionNode> alive = new ConcurrentHashMap<>();

  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

  /** A session has brought forth another one. A session is born once: a second birth is none. */
  public synchronized void bear(Object parent, Object child) {
    bury(FEW);
    SessionNode childKin = kin(child);
    try {
      SessionNode parentKin = kin(parent);
      if (childKin.parent() == null && !isBelow(childKin, parentKin)) {
        parentKin.bear(childKin);
      }
      forgetIfAlone(parentKin);
    } finally {
      forgetIfAlone(childKin);
    }
  }

  /** Is true of itself too. One that has just been born has none below it. */
  private static boolean isBelow(SessionNode ancestor, SessionNode kin) {
    if (ancestor.firstChild() == null) {
      return ancestor == kin;
    }
    SessionNode at = kin;
    while (at != null && at != ancestor) {
      at = at.parent();
    }
    return at != null;
  }

  /**
   * The live descendants of a session that ends. It is asked once: from then on neither it nor they
   * have any. Nothing is changed before there is heap for the whole answer.
   */
  public synchronized List<Object> endLineOf(Object session) {
    List<Object> descendants = new ArrayList<>();
    SessionNode top = alive.get(SessionNode.name(session));
    if (top != null) {
      for (SessionNode kin = top.nextBelow(top); kin != null; kin = kin.nextBelow(top)) {
        Object live = kin.session();
        if (live != null) {
          descendants.add(live);
        }
      }
      SessionNode parent = top.parent();
      top.leave();
      for (SessionNode kin = top; kin != null; kin = kin.nextBelow(top)) {
        alive.remove(kin.name());
      }
      tidy(parent);
    }
    return descendants;
  }

  /**
   * Forgets all kinship.
   *
   * @param heir is given each live session behind the last live one that it came from, and no lock
   *     is held then
   */
  public void dissolve(BiConsumer<Object, Object> heir) {
    List<Object> pairs = takePairs();
    for (int i = 0; i < pairs.size(); i += 2) {
      heir.accept(pairs.get(i), pairs.get(i + 1));
    }
  }

  private synchronized List<Object> takePairs() {
    List<Object> pairs = new ArrayList<>();
    for (SessionNode kin : alive.values()) {
      Object live = kin.session();
      Object ancestor = lastLiveAbove(kin);
      if (ancestor != null && live != null) {
        pairs.add(ancestor);
        pairs.add(live);
      }
    }
    alive.clear();
    return pairs;
  }

  private static Object lastLiveAbove(SessionNode kin) {
    for (SessionNode at = kin.parent(); at != null; at = at.parent()) {
      Object live = at.session();
      if (live != null) {
        return live;
      }
    }
    return null;
  }

  /** How many sessions have a live ancestor or descendant. */
  public int size() {
    buryDead();
    synchronized (this) {
      return alive.size();
    }
  }

  /** Forgets the sessions that are dead, and lets others in between; is called with each sweep. */
  public void buryDead() {
    while (bury(MANY)) {
      LockYield.pause();
    }
  }

  /** Returns whether there may be more. */
  private synchronized boolean bury(int most) {
    for (int i = 0; i < most; i++) {
      Reference<?> name = dead.poll();
      if (name == null) {
        return false;
      }
      SessionNode kin = alive.get(name);
      if (kin != null) {
        bury(kin);
      }
    }
    return true;
  }

  private SessionNode kin(Object session) {
    SessionNode kin = alive.get(SessionNode.name(session));
    if (kin == null) {
      kin = new SessionNode(session, dead);
      put(kin);
    }
    return kin;
  }

  private void put(SessionNode kin) {
    try {
      alive.put(kin.name(), kin);
    } catch (OutOfMemoryError e) {
      alive.remove(kin.name()); // a map may have it in when it fails to grow
      throw e;
    }
  }

  private void bury(SessionNode kin) {
    alive.remove(kin.name());
    kin.bury();
    tidy(kin);
  }

  /** Takes out, from here upwards, what is no fork and stands for nothing. */
  private void tidy(SessionNode from) {
    SessionNode at = from;
    while (at != null) {
      SessionNode above = at.parent();
      if (at.isSuperfluous()) {
        takeOut(at, above);
      } else {
        forgetIfAlone(at);
        return;
      }
      at = above;
    }
  }

  private void takeOut(SessionNode kin, SessionNode above) {
    kin.leave();
    SessionNode child;
    while ((child = kin.firstChild()) != null) {
      child.leave();
      if (above != null) {
        above.bear(child);
      }
      forgetIfAlone(child);
    }
  }

  private void forgetIfAlone(SessionNode kin) {
    if (kin.isAlone()) {
      alive.remove(kin.name());
    }
  }
}

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
  private static final int BATCH_SIZE_OF_ADD = 4;

  private static final int BATCH_SIZE = 500;

  /**
   * Not a {@code HashMap}, though the lock is held: one whose first table there was no heap for
   * makes a table of a length that is no power of two, and loses what is in there when it grows.
   */
  private final Map<SessionNode.Name, SessionNode> nodes = new ConcurrentHashMap<>();

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** A session has brought forth another one. A session is born once: a second birth is none. */
  public synchronized void addChild(Object parent, Object child) {
    forget(BATCH_SIZE_OF_ADD);
    SessionNode childNode = node(child);
    try {
      SessionNode parentNode = node(parent);
      if (childNode.parent() == null && !isBelow(childNode, parentNode)) {
        parentNode.addChild(childNode);
      }
      forgetIfAlone(parentNode);
    } finally {
      forgetIfAlone(childNode);
    }
  }

  /** Is true of itself too. One that has just been born has none below it. */
  private static boolean isBelow(SessionNode ancestor, SessionNode node) {
    if (ancestor.firstChild() == null) {
      return ancestor == node;
    }
    SessionNode at = node;
    while (at != null && at != ancestor) {
      at = at.parent();
    }
    return at != null;
  }

  /**
   * The live descendants of a session that ends. It is asked once: from then on neither it nor they
   * have any. Nothing is changed before there is heap for the whole answer.
   */
  public synchronized List<Object> removeSubtree(Object session) {
    List<Object> descendants = new ArrayList<>();
    SessionNode top = nodes.get(SessionNode.name(session));
    if (top != null) {
      for (SessionNode node = top.nextBelow(top); node != null; node = node.nextBelow(top)) {
        Object live = node.session();
        if (live != null) {
          descendants.add(live);
        }
      }
      SessionNode parent = top.parent();
      top.detach();
      for (SessionNode node = top; node != null; node = node.nextBelow(top)) {
        nodes.remove(node.name());
      }
      prune(parent);
    }
    return descendants;
  }

  /**
   * Forgets all kinship.
   *
   * @param heir is given each live session behind the last live one that it came from, and no lock
   *     is held then
   */
  public void clear(BiConsumer<Object, Object> receiver) {
    List<Object> pairs = takePairs();
    for (int i = 0; i < pairs.size(); i += 2) {
      receiver.accept(pairs.get(i), pairs.get(i + 1));
    }
  }

  private synchronized List<Object> takePairs() {
    List<Object> pairs = new ArrayList<>();
    for (SessionNode node : nodes.values()) {
      Object live = node.session();
      Object ancestor = lastLiveAbove(node);
      if (ancestor != null && live != null) {
        pairs.add(ancestor);
        pairs.add(live);
      }
    }
    nodes.clear();
    return pairs;
  }

  private static Object lastLiveAbove(SessionNode node) {
    for (SessionNode at = node.parent(); at != null; at = at.parent()) {
      Object live = at.session();
      if (live != null) {
        return live;
      }
    }
    return null;
  }

  /** How many sessions have a live ancestor or descendant. */
  public int size() {
    forgetCollected();
    synchronized (this) {
      return nodes.size();
    }
  }

  /** Forgets the sessions that are dead, and lets others in between; is called with each sweep. */
  public void forgetCollected() {
    while (forget(BATCH_SIZE)) {
      LockYield.pause();
    }
  }

  /** Returns whether there may be more. */
  private synchronized boolean forget(int most) {
    for (int i = 0; i < most; i++) {
      Reference<?> name = collected.poll();
      if (name == null) {
        return false;
      }
      SessionNode node = nodes.get(name);
      if (node != null) {
        forget(node);
      }
    }
    return true;
  }

  private SessionNode node(Object session) {
    SessionNode node = nodes.get(SessionNode.name(session));
    if (node == null) {
      node = new SessionNode(session, collected);
      put(node);
    }
    return node;
  }

  private void put(SessionNode node) {
    try {
      nodes.put(node.name(), node);
    } catch (OutOfMemoryError e) {
      nodes.remove(node.name()); // a map may have it in when it fails to grow
      throw e;
    }
  }

  private void forget(SessionNode node) {
    nodes.remove(node.name());
    node.markGone();
    prune(node);
  }

  /** Takes out, from here upwards, what is no fork and stands for nothing. */
  private void prune(SessionNode from) {
    SessionNode at = from;
    while (at != null) {
      SessionNode above = at.parent();
      if (at.isSuperfluous()) {
        spliceOut(at, above);
      } else {
        forgetIfAlone(at);
        return;
      }
      at = above;
    }
  }

  private void spliceOut(SessionNode node, SessionNode above) {
    node.detach();
    SessionNode child;
    while ((child = node.firstChild()) != null) {
      child.detach();
      if (above != null) {
        above.addChild(child);
      }
      forgetIfAlone(child);
    }
  }

  private void forgetIfAlone(SessionNode node) {
    if (node.isAlone()) {
      nodes.remove(node.name());
    }
  }
}

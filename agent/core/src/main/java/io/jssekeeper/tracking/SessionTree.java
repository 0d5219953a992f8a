package io.jssekeeper.tracking;

import io.jssekeeper.clock.LockYield;
import io.jssekeeper.threads.StackCheckedLock;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Which sessions were resumed from which: replaces JSSE's {@code SSLSessionImpl.childSessions}.
 *
 * <p>In JSSE a session holds its children strongly, and they theirs, without a bound. This tree
 * holds sessions weakly and still knows every live descendant, so that invalidating a session ends
 * all of them. Nodes of collected sessions are spliced out unless they join live ones: there are at
 * most twice as many nodes as live sessions. Thread-safe.
 */
public final class SessionTree {
  /** More than an addition brings in. */
  private static final int BATCH_SIZE_OF_ADD = 4;

  private static final int BATCH_SIZE = 500;

  /**
   * Not a {@code HashMap}, though the lock is held: if allocating its first table fails for want of
   * heap, a later table's length is no power of two, and entries are lost when it grows.
   */
  private final Map<WeakIdentityKey, SessionNode> nodes = new ConcurrentHashMap<>();

  /**
   * Not a monitor: {@code ReferenceQueue.poll} may wait for a lock, and a virtual thread that waits
   * with a monitor pins its carrier before JDK 24 (JEP 491).
   */
  private final StackCheckedLock lock = new StackCheckedLock();

  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** One session was resumed from another. A child keeps its first parent. */
  public void addChild(Object parent, Object child) {
    lock.lock();
    try {
      add(parent, child);
    } finally {
      lock.unlock();
    }
  }

  private void add(Object parent, Object child) {
    forgetLocked(BATCH_SIZE_OF_ADD);
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

  /** Also true of the node itself. */
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
   * Removes a session that ends, with its descendants, and returns the live ones. Changes nothing
   * until the whole result is allocated.
   */
  public List<Object> removeSubtree(Object session) {
    lock.lock();
    try {
      return cutOff(session);
    } finally {
      lock.unlock();
    }
  }

  private List<Object> cutOff(Object session) {
    List<Object> descendants = new ArrayList<>();
    SessionNode top = nodes.get(SessionNode.key(session));
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
        nodes.remove(node.key());
      }
      prune(parent);
    }
    return descendants;
  }

  /**
   * Clears the tree.
   *
   * @param receiver is given each live session with its nearest live ancestor, ancestor first; no
   *     lock is held then
   */
  public void clear(BiConsumer<Object, Object> receiver) {
    List<Object> pairs = takePairs();
    for (int i = 0; i < pairs.size(); i += 2) {
      receiver.accept(pairs.get(i), pairs.get(i + 1));
    }
  }

  private List<Object> takePairs() {
    lock.lock();
    try {
      return pairs();
    } finally {
      lock.unlock();
    }
  }

  private List<Object> pairs() {
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
    lock.lock();
    try {
      return nodes.size();
    } finally {
      lock.unlock();
    }
  }

  /** Removes collected sessions in batches, yielding the lock in between. Each sweep calls it. */
  public void forgetCollected() {
    while (forget(BATCH_SIZE)) {
      LockYield.pause();
    }
  }

  /** Returns whether there may be more. */
  private boolean forget(int most) {
    lock.lock();
    try {
      return forgetLocked(most);
    } finally {
      lock.unlock();
    }
  }

  private boolean forgetLocked(int most) {
    for (int i = 0; i < most; i++) {
      Reference<?> key = collected.poll();
      if (key == null) {
        return false;
      }
      SessionNode node = nodes.get(key);
      if (node != null) {
        forget(node);
      }
    }
    return true;
  }

  private SessionNode node(Object session) {
    SessionNode node = nodes.get(SessionNode.key(session));
    if (node == null) {
      node = new SessionNode(session, collected);
      put(node);
    }
    return node;
  }

  private void put(SessionNode node) {
    try {
      nodes.put(node.key(), node);
    } catch (OutOfMemoryError e) {
      nodes.remove(node.key()); // a map may hold it already when it fails to grow
      throw e;
    }
  }

  private void forget(SessionNode node) {
    nodes.remove(node.key());
    node.markGone();
    prune(node);
  }

  /** Splices out superfluous nodes, from here upwards. */
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
      nodes.remove(node.key());
    }
  }
}

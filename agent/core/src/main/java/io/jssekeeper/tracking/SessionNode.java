package io.jssekeeper.tracking;

import java.lang.ref.ReferenceQueue;

/**
 * One session in the tree of sessions that were resumed from one another. Knows its parent and its
 * children, and holds their sessions weakly. Guarded by {@link SessionTree}.
 *
 * <p>Every operation takes constant time, however large the tree is.
 */
final class SessionNode {
  private final WeakIdentityKey key;
  private boolean isGone;
  private SessionNode parent;
  private SessionNode firstChild;
  private SessionNode previousSibling;
  private SessionNode nextSibling;

  SessionNode(Object session, ReferenceQueue<Object> dead) {
    key = new WeakIdentityKey(session, dead);
  }

  /** A key to look a session up with. */
  static WeakIdentityKey key(Object session) {
    return new WeakIdentityKey(session, null);
  }

  WeakIdentityKey key() {
    return key;
  }

  /** Null once the session is collected. */
  Object session() {
    return key.get();
  }

  /** Null for a session that was resumed from none, or from none that is still known. */
  SessionNode parent() {
    return parent;
  }

  boolean isAlone() {
    return parent == null && firstChild == null;
  }

  /** Its session is collected or has ended: the node stays only while it joins others. */
  void markGone() {
    isGone = true;
  }

  /**
   * Whether it can be spliced out: its session is gone, and it has no parent or at most one child.
   */
  boolean isSuperfluous() {
    return isGone && (parent == null || firstChild == null || firstChild.nextSibling == null);
  }

  /** Adds a session that was resumed from this one; it must be new, without a parent. */
  void addChild(SessionNode child) {
    child.parent = this;
    child.nextSibling = firstChild;
    if (firstChild != null) {
      firstChild.previousSibling = child;
    }
    firstChild = child;
  }

  /** Takes this node and all below it out of the tree. */
  void detach() {
    if (previousSibling != null) {
      previousSibling.nextSibling = nextSibling;
    } else if (parent != null) {
      parent.firstChild = nextSibling;
    }
    if (nextSibling != null) {
      nextSibling.previousSibling = previousSibling;
    }
    parent = null;
    previousSibling = null;
    nextSibling = null;
  }

  SessionNode firstChild() {
    return firstChild;
  }

  /** The next node below a top, in pre-order; null after the last. */
  SessionNode nextBelow(SessionNode top) {
    if (firstChild != null) {
      return firstChild;
    }
    SessionNode at = this;
    while (at != top && at.nextSibling == null) {
      at = at.parent;
    }
    return at == top ? null : at.nextSibling;
  }
}

package io.jssekeeper.tracking;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * One session in the tree of those that came from one: it knows the session it came from and those
 * that came from it, and holds none of them. Guarded by {@link SessionTree}.
 *
 * <p>Each step costs the same, however large the tree is.
 */
final class SessionNode {
  private final Name name;
  private boolean isGone;
  private SessionNode parent;
  private SessionNode firstChild;
  private SessionNode previousSibling;
  private SessionNode nextSibling;

  SessionNode(Object session, ReferenceQueue<Object> dead) {
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

  /** Null if it came from none, or if none of those is known any more. */
  SessionNode parent() {
    return parent;
  }

  boolean isAlone() {
    return parent == null && firstChild == null;
  }

  /** Its session is dead, or has ended: it stays only as a fork between others. */
  void markGone() {
    isGone = true;
  }

  /** Whether it is needed no more: buried, and no fork between those above and those below it. */
  boolean isSuperfluous() {
    return isGone && (parent == null || firstChild == null || firstChild.nextSibling == null);
  }

  /** A session came from this one; it is new, and came from none before. */
  void addChild(SessionNode child) {
    child.parent = this;
    child.nextSibling = firstChild;
    if (firstChild != null) {
      firstChild.previousSibling = child;
    }
    firstChild = child;
  }

  /** Takes it, with all that came from it, from where it is. */
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

  /** The one after this when the tree below a top is walked, each one before its children. */
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

package io.jssekeeper.store;

/**
 * Links from one store's sessions to peers other than their own, in the order in which they were
 * added. Allocates nothing. Guarded by the store's lock.
 */
final class FurtherLinks<S> {
  private Link<S> eldest;
  private Link<S> latest;
  private int size;

  int size() {
    return size;
  }

  /** The oldest, or null. */
  Link<S> eldest() {
    return eldest;
  }

  void add(Link<S> link) {
    link.next = link.entry.further;
    link.entry.further = link;
    connect(latest, link);
    connect(link, null);
    size++;
  }

  /** Removes the entry's link with that peer, which must exist. */
  void remove(Entry<S> entry, String peer) {
    Link<S> before = null;
    Link<S> link = entry.further;
    while (!link.peer.equals(peer)) {
      before = link;
      link = link.next;
    }
    if (before == null) {
      entry.further = link.next;
    } else {
      before.next = link.next;
    }
    forget(link);
  }

  /** Makes the peer of the entry's latest link its own peer. */
  void promote(Entry<S> entry) {
    Link<S> link = entry.further;
    entry.peer = link.peer;
    entry.further = link.next;
    forget(link);
  }

  /** Removes a link of an entry that leaves, without changing its own peer. */
  void forget(Link<S> link) {
    connect(link.older, link.newer);
    size--;
  }

  /**
   * Links the two as neighbours; null stands for the position before the oldest and after the
   * latest.
   */
  private void connect(Link<S> older, Link<S> newer) {
    if (older == null) {
      eldest = newer;
    } else {
      older.newer = newer;
    }
    if (newer == null) {
      latest = older;
    } else {
      newer.older = older;
    }
  }

  /**
   * One more peer, besides its own, with which a session can be resumed. Guarded by the store's
   * lock.
   *
   * @param <S> the type of a session
   */
  static final class Link<S> {
    final Entry<S> entry;
    final String peer;

    Link<S> older;
    Link<S> newer;

    /** The next of the same entry's links. */
    Link<S> next;

    Link(Entry<S> entry, String peer) {
      this.entry = entry;
      this.peer = peer;
    }
  }
}

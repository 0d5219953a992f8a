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

  /** The one that was made before all others, or null. */
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

  /** Takes out the entry's link with that peer, which must be there. */
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

  /** Makes the peer of the entry's latest link its own. */
  void promote(Entry<S> entry) {
    Link<S> link = entry.further;
    entry.peer = link.peer;
    entry.further = link.next;
    forget(link);
  }

  /** Takes out a link of an entry that leaves, and so keeps its own. */
  void forget(Link<S> link) {
    connect(link.older, link.newer);
    size--;
  }

  /** Makes the two neighbours; null stands for what is before the eldest and after the latest. */
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
   * That a session can be resumed with one more peer than its own. Guarded by the store's lock.
   *
   * @param <S> the type of a session
   */
  static final class Link<S> {
    final Entry<S> entry;
    final String peer;

    Link<S> older;
    Link<S> newer;

    /** Among those of the same entry. */
    Link<S> next;

    Link(Entry<S> entry, String peer) {
      this.entry = entry;
      this.peer = peer;
    }
  }
}

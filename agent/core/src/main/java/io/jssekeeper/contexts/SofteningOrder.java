package io.jssekeeper.contexts;

import io.jssekeeper.store.SessionStore;
import io.jssekeeper.threads.StackCheckedLock;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The stores with strongly held sessions, in the order in which they give one up: by the known last
 * use of each one's least recently used session.
 *
 * <p>That knowledge may lag behind, since uses are not reported here; it is corrected when a
 * store's turn comes. Softening a session thus looks at a few stores, however many there are.
 * Thread-safe; {@link #join} takes no lock and no memory, and {@link #softenOne} never waits.
 */
final class SofteningOrder {
  /** A stamp that means none; a session with exactly this stamp would be passed over. */
  private static final long NONE = Long.MIN_VALUE + 1;

  /** How many stores are asked for one session; if all were used meanwhile, the best of these. */
  private static final int MAX_ASKED = 8;

  /** How many stores are added at most before a session is softened. */
  private static final int MAX_JOINING = 16;

  private final StackCheckedLock lock = new StackCheckedLock();
  private final AtomicReference<Place> joining = new AtomicReference<>();
  private final TreeSet<Place> byUse = new TreeSet<>(new ByUse());

  /** That store now holds something strongly. */
  void join(Place place) {
    if (place.joined || !place.join()) {
      return;
    }
    Place first;
    do {
      first = joining.get();
      place.next = first;
    } while (!joining.compareAndSet(first, place));
  }

  /** That store is gone. */
  void forget(Place place) {
    lock.lock();
    try {
      for (Place all = joining.getAndSet(null); all != null; ) {
        Place rest = all.next;
        takeIn(all);
        all = rest;
      }
      byUse.remove(place);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Softens one session: the least recently used of all, or nearly so. Returns false if there is
   * none, if very many were used since it was last known, or if another thread is softening.
   */
  boolean softenOne() {
    return softened() != null;
  }

  /** The same, and then lets those go first that wait for the session's store. */
  boolean softenOneAndYield() {
    SessionStore<?> store = softened();
    if (store != null) {
      store.strong().yieldLock();
    }
    return store != null;
  }

  /** The store of the session, or null. */
  private SessionStore<?> softened() {
    if (!lock.tryLock()) {
      return null;
    }
    try {
      takeInSome();
      SessionStore<?> store = next();
      return store != null && store.strong().softenOldest() ? store : null;
    } finally {
      lock.unlock();
    }
  }

  /** Whether no store is known here, gone or alive. For tests. */
  boolean isEmpty() {
    lock.lock();
    try {
      return byUse.isEmpty() && joining.get() == null;
    } finally {
      lock.unlock();
    }
  }

  private SessionStore<?> next() {
    SessionStore<?> best = null;
    long bestUse = NONE;
    for (int asked = 0; asked < MAX_ASKED && !byUse.isEmpty(); asked++) {
      Place place = byUse.pollFirst();
      SessionStore<?> store = place.store();
      if (store == null || !enter(place, store)) {
        continue;
      }
      if (best == null || place.use - bestUse < 0) {
        best = store;
        bestUse = place.use;
      }
      if (byUse.first() == place) {
        return best; // the known uses of the others are never later than the true ones
      }
    }
    return best;
  }

  /**
   * Adds some that have joined. All threads push to the stack, but it is popped only under the
   * lock, so its first element cannot leave and come back between the two reads.
   */
  private void takeInSome() {
    for (int taken = 0; taken < MAX_JOINING; taken++) {
      Place first;
      do {
        first = joining.get();
        if (first == null) {
          return;
        }
      } while (!joining.compareAndSet(first, first.next));
      takeIn(first);
    }
  }

  private void takeIn(Place place) {
    place.next = null;
    SessionStore<?> store = place.store();
    if (store != null) {
      enter(place, store);
    }
  }

  /** Gives the store its place, unless it holds nothing strongly. Returns whether it has one. */
  private boolean enter(Place place, SessionStore<?> store) {
    boolean isIn = false;
    try {
      long use = store.strong().oldestUse(NONE);
      if (use != NONE) {
        place.use = use;
        isIn = byUse.add(place);
      }
    } finally {
      if (!isIn) {
        leave(place);
      }
    }
    return isIn;
  }

  /** A session that arrived while the store left has not made it join; it joins now. */
  private void leave(Place place) {
    place.leave();
    if (place.holdsAny()) {
      join(place);
    }
  }

  /** One store's place. Use and next are guarded by the order's lock once it has joined. */
  static final class Place {
    private final ContextQuota quota;
    private final int number;
    private volatile boolean joined;
    private long use;
    private Place next;

    /**
     * @param number different for each store
     */
    Place(ContextQuota quota, int number) {
      this.quota = quota;
      this.number = number;
    }

    private synchronized boolean join() {
      boolean isNew = !joined;
      joined = true;
      return isNew;
    }

    private void leave() {
      joined = false;
    }

    private boolean holdsAny() {
      return quota.strongBytes() > 0;
    }

    private SessionStore<?> store() {
      return quota.store();
    }
  }

  /** By difference, since nanosecond times may overflow; equal times by number. */
  private static final class ByUse implements Comparator<Place> {
    @Override
    public int compare(Place a, Place b) {
      long difference = a.use - b.use;
      return difference == 0 ? Integer.compare(a.number, b.number) : Long.signum(difference);
    }
  }
}

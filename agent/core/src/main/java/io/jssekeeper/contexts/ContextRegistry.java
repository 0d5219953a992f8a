package io.jssekeeper.contexts;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.RemovalListener;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.tracking.SessionHolders;
import io.jssekeeper.tracking.SessionTree;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The stores of all live session contexts. Thread-safe. */
public final class ContextRegistry {
  /** Is notified of each new store, and of each one whose context was collected. */
  public interface Watcher {
    /** Watches nothing. */
    void opened(OpenContext store);

    void gone(OpenContext store);
  }

  /** An application that keeps making contexts must not pay for each of them. */
  private static final int MAX_ASKED = 256;

  private final MemoryBudget budget;
  private volatile int ticketsPerPeer;
  private final Ticker ticker;
  private final Set<OpenContext> alive = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final SessionTree sessionTree = new SessionTree();
  private final SessionHolders holders = new SessionHolders();
  private final ContextTotals totals = new ContextTotals();
  private volatile RemovalListeners removals;
  private volatile Watcher[] watchers = {};

  public ContextRegistry(MemoryBudget budget, int ticketsPerPeer) {
    this(budget, ticketsPerPeer, new SteadyClock());
  }

  /**
   * @param ticker stamps the sessions of all stores
   */
  public ContextRegistry(MemoryBudget budget, int ticketsPerPeer, Ticker ticker) {
    this.budget = budget;
    this.ticketsPerPeer = ticketsPerPeer;
    this.ticker = ticker;
  }

  /**
   * Sets how many unused tickets each client context keeps per peer, 0 or more; takes effect when a
   * peer's next ticket arrives.
   */
  public void keepTickets(int perPeer) {
    ticketsPerPeer = perPeer;
    for (OpenContext context : alive) {
      SessionStore<?> store = context.store();
      if (store != null) {
        store.peers().keepTickets(perPeer);
      }
    }
  }

  /** Reports each session that leaves a store opened from now on. */
  public void listenToRemovals(RemovalListeners all) {
    removals = all;
  }

  /** Also notifies that watcher of each store opened or gone from now on. */
  public synchronized void watch(Watcher watcher) {
    Watcher[] more = Arrays.copyOf(watchers, watchers.length + 1);
    more[watchers.length] = watcher;
    watchers = more;
  }

  /** Creates the store of a context that needs no other work. */
  public <S> SessionStore<S> open(Side side) {
    return open(side, ContextHandle.NONE);
  }

  /**
   * Creates the store of a context. It lives as long as the context holds it.
   *
   * @param owner the context
   */
  public <S> SessionStore<S> open(Side side, ContextHandle owner) {
    int number = numbers.incrementAndGet();
    ContextQuota quota = new ContextQuota(budget, number);
    SessionStore<S> store =
        new SessionStore<>(ticker, quota, ticketsPerPeer, listener(number, side));
    OpenContext context =
        new OpenContext(new OpenContext.Identity(number, side, owner), quota, store, gone);
    quota.belongsTo(context);
    alive.add(context);
    totals.opened(context, store.counts());
    for (Watcher watcher : watchers) {
      watcher.opened(context);
    }
    return store;
  }

  private RemovalListener listener(int number, Side side) {
    RemovalListeners all = removals;
    return all == null ? RemovalListener.NONE : all.of(number, side);
  }

  /** The time by the clock that stamps all sessions; comparable with no other clock. */
  long nanos() {
    return ticker.nanos();
  }

  public int size() {
    return alive.size();
  }

  /**
   * All open contexts at this moment; new ones may be missing. A context may be collected at any
   * time, and then has no store.
   */
  public Iterable<OpenContext> alive() {
    return alive;
  }

  /** All resumable sessions, by identity. */
  public Set<Object> resumable() {
    Set<Object> sessions = Collections.newSetFromMap(new IdentityHashMap<>());
    for (OpenContext context : alive) {
      SessionStore<?> store = context.store();
      if (store != null) {
        sessions.addAll(store.resumable());
      }
    }
    return sessions;
  }

  /**
   * Whether another server's store has a session with that id. With very many contexts not all are
   * asked, and it may be missed. Takes no lock.
   *
   * @param own a store that is not asked; may be null
   */
  public boolean haveElsewhere(SessionStore<?> own, Object id) {
    int asked = 0;
    for (OpenContext context : alive) {
      SessionStore<?> store = context.store();
      if (context.side() == Side.SERVER && store != null && store != own) {
        if (store.has(id)) {
          return true;
        }
        if (++asked == MAX_ASKED) {
          return false;
        }
      }
    }
    return false;
  }

  /** Which sessions were resumed from which, over all contexts. */
  public SessionTree sessionTree() {
    return sessionTree;
  }

  /** What holds the sessions of all contexts. */
  public SessionHolders holders() {
    return holders;
  }

  /** The counts of all stores so far. */
  public ContextTotals totals() {
    return totals;
  }

  /** Enforces the memory budget, however much work that is. */
  void settle() {
    budget.settleWhole();
  }

  /** Forgets the stores whose contexts were collected. */
  void forgetGone() {
    Reference<?> reference;
    while ((reference = gone.poll()) != null) {
      OpenContext context = ((OpenContext.Link) reference).context();
      alive.remove(context);
      totals.gone(context);
      context.close();
      for (Watcher watcher : watchers) {
        watcher.gone(context);
      }
    }
  }
}

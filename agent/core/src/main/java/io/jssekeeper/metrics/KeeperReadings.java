package io.jssekeeper.metrics;

import io.jssekeeper.contexts.Guard;
import io.jssekeeper.contexts.KeptStore;
import io.jssekeeper.contexts.Stores;
import io.jssekeeper.core.Swallowed;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keeper as meters read it. Thread-safe. */
public final class KeeperReadings implements Readings {
  /** Contexts of higher numbers are one, so that those who make many do not make many meters. */
  static final int MOST_CONTEXTS = 100;

  private final Stores stores;
  private final Guard guard;
  private final Swallowed swallowed;

  public KeeperReadings(Stores stores, Guard guard, Swallowed swallowed) {
    this.stores = stores;
    this.guard = guard;
    this.swallowed = swallowed;
  }

  @Override
  public Map<String, Long> gets() {
    Map<String, Long> gets = new LinkedHashMap<>();
    gets.put("hit", stores.tally().hits());
    gets.put("miss", stores.tally().misses());
    return gets;
  }

  @Override
  public Map<String, Long> removals() {
    Map<String, Long> removals = new LinkedHashMap<>();
    for (Map.Entry<RemovalCause, Long> each : stores.tally().removals().entrySet()) {
      removals.put(each.getKey().word(), each.getValue());
    }
    return removals;
  }

  @Override
  public Map<String, Long> prevented() {
    Map<String, Long> prevented = new LinkedHashMap<>();
    for (Map.Entry<Protection, Long> each : guard.counts().entrySet()) {
      prevented.put(each.getKey().word(), each.getValue());
    }
    return prevented;
  }

  @Override
  public long errors() {
    return swallowed.count();
  }

  @Override
  public List<CacheReading> caches() {
    Listing listing = new Listing();
    stores.forEach(listing);
    return listing.caches;
  }

  private final class Listing implements Stores.Visitor {
    private final List<CacheReading> caches = new ArrayList<>();
    private boolean hasOtherClients;
    private boolean hasOtherServers;

    @Override
    public void visit(KeptStore kept, SessionStore<?> store) {
      if (kept.number() <= MOST_CONTEXTS) {
        caches.add(new CacheFigures(kept));
      } else if (kept.isServer() && !hasOtherServers) {
        hasOtherServers = true;
        caches.add(new OtherCaches(stores, Side.SERVER));
      } else if (!kept.isServer() && !hasOtherClients) {
        hasOtherClients = true;
        caches.add(new OtherCaches(stores, Side.CLIENT));
      }
    }
  }
}

package io.jssekeeper.bench;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.time.Duration;

/** The agent's store as the agent creates it: with a memory budget, and swept. */
final class StoreContender implements Contender {
  static final String NAME = "jsse-keeper";

  private static final int SESSION_BYTES = 1_000;
  private static final int TICKETS_PER_PEER = 10;

  private final SessionStore<Object> store;
  private final Sweeper sweeper;

  StoreContender(int capacity, int timeoutSeconds) {
    ContextRegistry stores =
        new ContextRegistry(new MemoryBudget(Long.MAX_VALUE), TICKETS_PER_PEER);
    sweeper = new Sweeper(stores, Duration.ofSeconds(1), (what, why) -> why.printStackTrace());
    sweeper.start();
    store = stores.open(Side.SERVER);
    store.setCapacity(capacity);
    store.setTimeout(timeoutSeconds);
    sweeper.wake();
  }

  @Override
  public Object get(Object id) {
    return store.get(id);
  }

  @Override
  public void put(Object id, Object session) {
    store.put(id, session, new SessionAttributes(0, SESSION_BYTES, SessionAttributes.Use.MANY));
  }

  @Override
  public void remove(Object id) {
    store.remove(id);
  }

  @Override
  public void close() {
    sweeper.stop();
  }
}

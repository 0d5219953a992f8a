package io.jssekeeper.jmx;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.store.HeapQuota;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.StoreCounts;
import java.util.Map;
import java.util.TreeMap;

/** One session context as JMX shows it. Does not keep the context alive. */
public final class SessionCacheBean implements SessionCacheMXBean {
  private static final SessionStore<?> GONE =
      new SessionStore<>(new SteadyClock(), HeapQuota.UNBOUNDED, 0);

  private final OpenContext context;

  public SessionCacheBean(OpenContext context) {
    this.context = context;
  }

  private SessionStore<?> store() {
    SessionStore<?> store = context.store();
    return store == null ? GONE : store;
  }

  private StoreCounts counts() {
    return store().counts();
  }

  @Override
  public String getSide() {
    return context.side().word();
  }

  @Override
  public int getSize() {
    return store().size();
  }

  @Override
  public int getCapacity() {
    return store().capacity();
  }

  @Override
  public void setCapacity(int sessions) {
    require(sessions >= 0, "a capacity is 0 or more");
    context.owner().setCapacity(sessions);
    require(getCapacity() == sessions, "the option " + getSide() + ".capacity wins: set that one");
  }

  @Override
  public long getTimeoutSeconds() {
    return store().timeoutSeconds();
  }

  @Override
  public void setTimeoutSeconds(long seconds) {
    require(seconds >= 0 && seconds <= Integer.MAX_VALUE, "a timeout is 0 to 2147483647 seconds");
    context.owner().setTimeout((int) seconds);
    require(
        getTimeoutSeconds() == seconds, "the option " + getSide() + ".timeout wins: set that one");
  }

  private static void require(boolean fulfilled, String condition) {
    if (!fulfilled) {
      throw new IllegalArgumentException(condition);
    }
  }

  @Override
  public long getStrongBytes() {
    return context.strongBytes();
  }

  @Override
  public int getSoftlyHeld() {
    return store().softlyHeld();
  }

  @Override
  public long getHits() {
    return counts().hits();
  }

  @Override
  public long getMisses() {
    return counts().misses();
  }

  @Override
  public long getStored() {
    return counts().stored();
  }

  @Override
  public Map<String, Long> getRemovals() {
    Map<String, Long> removals = new TreeMap<>();
    for (Map.Entry<RemovalCause, Long> entry : counts().removals().entrySet()) {
      removals.put(entry.getKey().word(), entry.getValue());
    }
    return removals;
  }
}

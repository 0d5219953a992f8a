package io.jssekeeper.keep;

import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.WeakTable;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells who holds the sessions that are alive: the caches, open connections, or neither, which is
 * the application. Thread-safe; keeps neither sessions nor connections alive.
 */
public final class Holders {
  private final WeakTable<WeakReference<Object>> sessionsByConnection = new WeakTable<>();
  private final WeakTable<Boolean> sessions = new WeakTable<>();

  /** A connection has completed a handshake, and uses that session from now on. */
  public void established(Object connection, Object session) {
    sessionsByConnection.put(connection, new WeakReference<>(session));
    sessions.put(session, true);
  }

  /**
   * How many live sessions each holds: {@code cache}, {@code connections} (and no cache), {@code
   * application} (and neither of these). What the collector has not looked at yet counts as alive.
   *
   * @param isOpen tells whether a connection is open
   */
  public Map<String, Integer> count(Stores stores, Predicate<Object> isOpen) {
    Set<Object> cached = identitySet();
    stores.forEach(new Cached(cached));
    Set<Object> connected = connected(isOpen);
    connected.removeAll(cached);
    Set<Object> others = identitySet();
    others.addAll(sessions.living().keySet());
    others.removeAll(cached);
    others.removeAll(connected);
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("cache", cached.size());
    counts.put("connections", connected.size());
    counts.put("application", others.size());
    return counts;
  }

  /** Drops what stands for the dead. */
  void forgetDead() {
    sessionsByConnection.forgetDead();
    sessions.forgetDead();
  }

  private Set<Object> connected(Predicate<Object> isOpen) {
    Map<Object, WeakReference<Object>> connections = sessionsByConnection.living();
    Set<Object> connected = identitySet();
    for (Map.Entry<Object, WeakReference<Object>> entry : connections.entrySet()) {
      Object session = entry.getValue().get();
      if (session != null && isOpen.test(entry.getKey())) {
        connected.add(session);
      }
    }
    return connected;
  }

  private static Set<Object> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static final class Cached implements Stores.Visitor {
    private final Set<Object> sessions;

    Cached(Set<Object> sessions) {
      this.sessions = sessions;
    }

    @Override
    public void visit(KeptStore kept, SessionStore<?> store) {
      sessions.addAll(store.resumable());
    }
  }
}

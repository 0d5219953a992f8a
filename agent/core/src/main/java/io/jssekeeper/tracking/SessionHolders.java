package io.jssekeeper.tracking;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells what holds live sessions: the caches, open connections, or neither, which means the
 * application. Thread-safe; keeps neither sessions nor connections alive.
 */
public final class SessionHolders {
  /** Sessions used by a connection, and still alive when it was found dead. */
  private final WeakIdentityMap<Boolean> left = new WeakIdentityMap<>();

  private final ConnectionTable connections = new ConnectionTable(new Leaving());

  /** The connections that have had another handshake since their first; few have. */
  private final WeakIdentityMap<WeakReference<Object>> renegotiated =
      new WeakIdentityMap<>(new Leaving());

  /** A connection has completed its first handshake, and uses that session from now on. */
  public void established(Object connection, Object session) {
    connections.add(connection, session);
  }

  /** A connection has completed another handshake, and uses that session from now on. */
  public void renegotiated(Object connection, Object session) {
    WeakReference<Object> former = renegotiated.put(connection, new WeakReference<>(session));
    if (former != null) {
      leave(former);
    }
  }

  /** Called when there is much to {@linkplain #forgetDead forget}, and must be quick. */
  public void onMany(Runnable whatToDo) {
    connections.onMany(whatToDo);
  }

  private void leave(WeakReference<Object> session) {
    Object live = session.get();
    if (live != null) {
      noteLeft(live);
    }
  }

  /** One for which there is no heap is not counted; all later ones are. */
  private void noteLeft(Object session) {
    try {
      left.put(session, true);
    } catch (OutOfMemoryError e) {
      return;
    }
  }

  /**
   * How many live sessions each holds: {@code cache}, {@code connections} (and no cache), {@code
   * application} (and neither of these). What the collector has not examined yet counts as alive.
   *
   * @param cached the sessions held by the caches, by identity
   * @param isOpen tells whether a connection is open
   */
  public Map<String, Integer> count(Set<Object> cached, Predicate<Object> isOpen) {
    forgetDead();
    Set<Object> connected = identitySet();
    Set<Object> others = identitySet();
    sortByConnection(isOpen, connected, others);
    others.addAll(left.living().keySet());
    connected.removeAll(cached);
    others.removeAll(cached);
    others.removeAll(connected);
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("cache", cached.size());
    counts.put("connections", connected.size());
    counts.put("application", others.size());
    return counts;
  }

  /** Removes the entries of dead objects. */
  public void forgetDead() {
    connections.forgetDead();
    renegotiated.forgetDead();
    left.forgetDead();
  }

  public int connections() {
    return connections.size();
  }

  private void sortByConnection(
      Predicate<Object> isOpen, Set<Object> ofOpen, Set<Object> ofOthers) {
    Map<Object, WeakReference<Object>> current = renegotiated.living();
    for (Map.Entry<Object, WeakReference<Object>> each : current.entrySet()) {
      add(each.getValue().get(), isOpen.test(each.getKey()) ? ofOpen : ofOthers);
    }
    for (ConnectionUse usage : connections.all()) {
      Object connection = usage.get();
      boolean isAlive = connection != null && !current.containsKey(connection);
      add(usage.session.get(), isAlive && isOpen.test(connection) ? ofOpen : ofOthers);
    }
  }

  private static void add(Object session, Set<Object> to) {
    if (session != null) {
      to.add(session);
    }
  }

  private static Set<Object> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** For a connection that was collected. */
  private final class Leaving implements Consumer<WeakReference<Object>> {
    @Override
    public void accept(WeakReference<Object> session) {
      leave(session);
    }
  }
}

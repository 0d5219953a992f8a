package sun.security.ssl;

import java.util.HashMap;
import java.util.Map;
import sun.security.util.Cache;

/**
 * Replaces {@code SSLSessionContextImpl.sessionCache} and delegates to the agent's store.
 *
 * <p>If the store throws, the call goes to the JDK's own cache, which is kept for that purpose.
 *
 * <p>Typed by {@code Object}: methods that only later JDKs declare override by their erased
 * parameter types, since a compiler that does not know them generates no bridge methods.
 */
final class KeeperCacheById extends Cache<Object, Object> {
  final KeeperCacheBackend store;
  final boolean server;
  final KeeperCacheHandover<SessionId> handover;
  private final Cache<SessionId, SSLSessionImpl> original;

  KeeperCacheById(
      KeeperCacheBackend store, boolean server, Cache<SessionId, SSLSessionImpl> original) {
    this.store = store;
    this.server = server;
    this.handover = new KeeperCacheHandover<>(original);
    this.original = original;
  }

  @Override
  public SSLSessionImpl get(Object id) {
    try {
      boolean elsewhere = handover.isMoving();
      SSLSessionImpl session = (SSLSessionImpl) store.get(id);
      return session == null && (elsewhere || handover.isMoving()) ? onItsWay(id) : session;
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("get", t);
      return unlessOver(original.get(id));
    }
  }

  /** Looks in both again: it may have arrived since the first look, or be in neither yet. */
  private SSLSessionImpl onItsWay(Object id) {
    SSLSessionImpl session = unlessOver(original.get(id));
    if (session == null) {
      handover.await(id);
      session = (SSLSessionImpl) store.get(id);
    }
    return session == null && handover.isLeaving() ? unlessOver(original.get(id)) : session;
  }

  /** The JDK's session, unless it has expired by the store's rules. */
  private SSLSessionImpl unlessOver(SSLSessionImpl session) {
    return session == null || isOver(session) ? null : session;
  }

  /** Whether a session has expired, by the store's timeout and clock. */
  boolean isOver(SSLSessionImpl session) {
    try {
      return store.isOver(new KeeperSessionView(session));
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("time of a session", t);
      return false;
    }
  }

  @Override
  public void put(Object id, Object session) {
    put((SessionId) id, (SSLSessionImpl) session);
  }

  /** Declared by {@code Cache} from JDK 21 on. */
  public void put(Object id, Object session, boolean canQueue) {
    put((SessionId) id, (SSLSessionImpl) session);
  }

  private void put(SessionId id, SSLSessionImpl session) {
    if (handover.isLeaving()) {
      original.put(id, session);
      return;
    }
    try {
      if (!server && KeeperFtps.isOn()) {
        KeeperTicketLifetimesReceived.tellControl(session);
      }
      store.put(id, session, new KeeperSessionView(session));
      if (handover.isLeaving()) {
        giveToJdk(id, session);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("put", t);
      original.put(id, session);
    }
  }

  /**
   * Gives the JDK's cache a session that reached the store just as the keeper detached, if it is
   * there.
   */
  void giveToJdk(SessionId id, SSLSessionImpl session) {
    if (store.takeOut(id) != null) {
      original.put(id, session);
    }
  }

  @Override
  public void remove(Object id) {
    if (handover.isMoving()) {
      original.remove(id);
    }
    try {
      store.remove(id);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("remove", t);
      original.remove(id);
    }
  }

  @Override
  public SSLSessionImpl pull(Object id) {
    try {
      boolean elsewhere = handover.isMoving();
      SSLSessionImpl session = (SSLSessionImpl) store.pull(id);
      return session == null && (elsewhere || handover.isMoving()) ? pullOnItsWay(id) : session;
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("pull", t);
      return unlessOver(original.pull(id));
    }
  }

  private SSLSessionImpl pullOnItsWay(Object id) {
    SSLSessionImpl session = unlessOver(original.pull(id));
    if (session == null) {
      handover.await(id);
      session = (SSLSessionImpl) store.pull(id);
    }
    return session == null && handover.isLeaving() ? unlessOver(original.pull(id)) : session;
  }

  @Override
  public void setCapacity(int sessions) {
    original.setCapacity(sessions);
    try {
      store.setCapacity(sessions);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("setCapacity", t);
    }
  }

  @Override
  public void setTimeout(int seconds) {
    original.setTimeout(seconds);
    try {
      store.setTimeout(seconds);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("setTimeout", t);
    }
  }

  @Override
  public int size() {
    try {
      return store.size();
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("size", t);
      return original.size();
    }
  }

  /** Nothing in JSSE calls it. */
  @Override
  public void clear() {
    Map<Object, Object> sessions = sessions();
    if (sessions != null) {
      for (Object id : sessions.keySet()) {
        remove(id);
      }
    }
    original.clear();
  }

  /** Shows a copy: JSSE's visitor may invalidate sessions, and no lock may be held then. */
  @Override
  public void accept(CacheVisitor<Object, Object> visitor) {
    Map<Object, Object> sessions = sessions();
    visitor.visit(sessions == null ? jdks() : sessions);
  }

  private Map<Object, Object> jdks() {
    Map<Object, Object> sessions = new HashMap<>();
    original.accept(new Copying(sessions));
    return sessions;
  }

  /** Not a lambda: one that is linked while the heap is full can never be called. */
  private static final class Copying implements CacheVisitor<SessionId, SSLSessionImpl> {
    private final Map<Object, Object> to;

    Copying(Map<Object, Object> to) {
      this.to = to;
    }

    @Override
    public void visit(Map<SessionId, SSLSessionImpl> sessions) {
      to.putAll(sessions);
    }
  }

  /** The live sessions; null if the store threw. */
  private Map<Object, Object> sessions() {
    try {
      return store.snapshot();
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("accept", t);
      return null;
    }
  }
}

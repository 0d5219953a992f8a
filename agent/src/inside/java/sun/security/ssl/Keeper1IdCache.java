package sun.security.ssl;

import java.util.HashMap;
import java.util.Map;
import sun.security.util.Cache;

/**
 * Stands where {@code SSLSessionContextImpl.sessionCache} was: hands everything on to the agent's
 * store.
 *
 * <p>When the store throws, the call goes to the JDK's own cache, which is kept for that.
 */
final class Keeper1IdCache extends Cache<SessionId, SSLSessionImpl> {
  final Keeper1Store store;
  final boolean server;
  private final Cache<SessionId, SSLSessionImpl> original;
  private final Keeper1Passage passage = new Keeper1Passage();
  private volatile boolean moving = true;
  private volatile boolean leaving;

  Keeper1IdCache(Keeper1Store store, boolean server, Cache<SessionId, SSLSessionImpl> original) {
    this.store = store;
    this.server = server;
    this.original = original;
  }

  /** The JDK's own cache. */
  Cache<SessionId, SSLSessionImpl> original() {
    return original;
  }

  /** Of tickets, by id. */
  Keeper1Passage passage() {
    return passage;
  }

  /**
   * All that was in the JDK's own cache is in here. Until then it is looked into as well, so that
   * no session is missed on its way.
   */
  void arrived() {
    moving = false;
  }

  boolean isLeaving() {
    return leaving;
  }

  /** The JDK's own cache is about to take over: it gets what is put, and is looked into as well. */
  void leave() {
    moving = true;
    leaving = true;
  }

  @Override
  public SSLSessionImpl get(Object id) {
    try {
      boolean elsewhere = moving;
      SSLSessionImpl session = (SSLSessionImpl) store.get(id);
      return session == null && elsewhere ? onItsWay(id) : session;
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("get", t);
      return original.get(id);
    }
  }

  /** Once more in each: it may have come since it was looked for there, or be in neither yet. */
  private SSLSessionImpl onItsWay(Object id) {
    SSLSessionImpl session = original.get(id);
    if (session == null) {
      passage.await(id);
      session = (SSLSessionImpl) store.get(id);
    }
    return session == null && leaving ? original.get(id) : session;
  }

  @Override
  public void put(SessionId id, SSLSessionImpl session) {
    if (leaving) {
      original.put(id, session);
      return;
    }
    try {
      Keeper1Schemes.share(session);
      store.put(id, session, new Keeper1Session(session));
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("put", t);
      original.put(id, session);
    }
  }

  /** Declared by {@code Cache} from JDK 21 on. */
  public void put(SessionId id, SSLSessionImpl session, boolean canQueue) {
    put(id, session);
  }

  @Override
  public void remove(Object id) {
    if (moving) {
      original.remove(id);
    }
    try {
      store.remove(id);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("remove", t);
      original.remove(id);
    }
  }

  @Override
  public SSLSessionImpl pull(Object id) {
    try {
      boolean elsewhere = moving;
      SSLSessionImpl session = (SSLSessionImpl) store.pull(id);
      return session == null && elsewhere ? pullOnItsWay(id) : session;
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("pull", t);
      return original.pull(id);
    }
  }

  private SSLSessionImpl pullOnItsWay(Object id) {
    SSLSessionImpl session = original.pull(id);
    if (session == null) {
      passage.await(id);
      session = (SSLSessionImpl) store.pull(id);
    }
    return session == null && leaving ? original.pull(id) : session;
  }

  @Override
  public void setCapacity(int sessions) {
    original.setCapacity(sessions);
    try {
      store.setCapacity(sessions);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("setCapacity", t);
    }
  }

  @Override
  public void setTimeout(int seconds) {
    original.setTimeout(seconds);
    try {
      store.setTimeout(seconds);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("setTimeout", t);
    }
  }

  @Override
  public int size() {
    try {
      return store.size();
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("size", t);
      return original.size();
    }
  }

  /** Nothing in JSSE calls it. */
  @Override
  public void clear() {
    Map<SessionId, SSLSessionImpl> sessions = sessions();
    if (sessions != null) {
      for (SessionId id : sessions.keySet()) {
        remove(id);
      }
    }
    original.clear();
  }

  /** Shows a copy: JSSE's visitor may invalidate sessions, and no lock may be held then. */
  @Override
  public void accept(CacheVisitor<SessionId, SSLSessionImpl> visitor) {
    Map<SessionId, SSLSessionImpl> sessions = sessions();
    if (sessions == null) {
      original.accept(visitor);
    } else {
      visitor.visit(sessions);
    }
  }

  /** The live sessions, or null when the store threw. */
  private Map<SessionId, SSLSessionImpl> sessions() {
    try {
      Map<SessionId, SSLSessionImpl> sessions = new HashMap<>();
      for (Map.Entry<Object, Object> entry : store.snapshot().entrySet()) {
        sessions.put((SessionId) entry.getKey(), (SSLSessionImpl) entry.getValue());
      }
      return sessions;
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("accept", t);
      return null;
    }
  }
}

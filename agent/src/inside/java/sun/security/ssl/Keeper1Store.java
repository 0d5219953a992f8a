package sun.security.ssl;

import java.util.Map;

/**
 * What the agent keeps instead of one context's two caches. Implemented by the agent. Thread-safe.
 */
public interface Keeper1Store {
  Object get(Object id);

  Object take(String peer);

  void giveBack(Object id);

  void put(Object id, Object session, Keeper1Session facts);

  void link(Object id, String peer);

  void remove(Object id);

  Object pull(Object id);

  /** Whether it is known why a session of that id left. */
  boolean remembers(Object id);

  void lookedUp(boolean hit);

  void setCapacity(int sessions);

  void setTimeout(int seconds);

  int size();

  /** The live sessions by id: a copy. */
  Map<Object, Object> snapshot();
}

package io.jssekeeper.contexts;

/** The session context that a store belongs to, held weakly. Thread-safe. */
public interface ContextHandle {
  /** No context. */
  ContextHandle NONE = None.INSTANCE;

  /** Periodic work for the context, done with each sweep. */
  void sweep();

  /**
   * Sets its session timeout, as the application could.
   *
   * @param seconds 0 or more; 0 is no limit
   */
  void setTimeout(int seconds);

  /**
   * Sets how many sessions it may hold, as the application could.
   *
   * @param sessions 0 or more; 0 is no limit
   */
  void setCapacity(int sessions);

  /** Gives the context its own caches back, with all sessions that can still be resumed. */
  void release();

  /** Ends all sessions, tickets and ticket keys that the context has in its own caches. */
  void endSecrets();

  /** Stands for a context that needs no such work. */
  enum None implements ContextHandle {
    INSTANCE;

    @Override
    public void sweep() {}

    @Override
    public void setTimeout(int seconds) {}

    @Override
    public void setCapacity(int sessions) {}

    @Override
    public void release() {}

    @Override
    public void endSecrets() {}
  }
}

package sun.security.ssl;

/** Receives the errors that hooks suppress. Implemented by the agent; must not throw. */
public interface KeeperFailures {
  void swallowed(String hook, Throwable failure);
}

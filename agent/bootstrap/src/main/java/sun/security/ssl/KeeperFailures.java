package sun.security.ssl;

/** Is told what a hook swallowed. Implemented by the agent; must not throw. */
public interface KeeperFailures {
  void swallowed(String hook, Throwable failure);
}

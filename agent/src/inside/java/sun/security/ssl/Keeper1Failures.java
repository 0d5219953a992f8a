package sun.security.ssl;

/** Is told what a hook swallowed. Implemented by the agent; must not throw. */
public interface Keeper1Failures {
  void swallowed(String hook, Throwable failure);
}

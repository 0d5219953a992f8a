package jdk.crac;

/** Tells resources of checkpoints. */
public abstract class Context<R extends Resource> implements Resource {
  public abstract void register(R resource);
}

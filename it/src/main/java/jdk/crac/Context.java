package jdk.crac;

/** Notifies resources of checkpoints. */
public abstract class Context<R extends Resource> implements Resource {
  public abstract void register(R resource);
}

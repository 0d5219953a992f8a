package io.jssekeeper.contexts;

import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * One store in the registry, held weakly, so that its session context can be collected.
 * Thread-safe.
 */
public final class OpenContext {
  private final Identity identity;
  private final ContextQuota quota;
  private final Link link;

  /**
   * @param gone receives this link once the store was collected
   */
  OpenContext(
      Identity identity, ContextQuota quota, SessionStore<?> store, ReferenceQueue<Object> gone) {
    this.identity = identity;
    this.quota = quota;
    this.link = new Link(this, store, gone);
  }

  /** A number for each context of this JVM, from 1 on. */
  public int number() {
    return identity.number;
  }

  /** The side that its context is for. */
  public Side side() {
    return identity.side;
  }

  /** What its sessions hold strongly, estimated, in bytes. */
  public long strongBytes() {
    return quota.strongBytes();
  }

  /** The store, or null once its context was collected. */
  public SessionStore<?> store() {
    return (SessionStore<?>) link.get();
  }

  /** The session context. */
  public ContextHandle owner() {
    return identity.owner;
  }

  void close() {
    quota.close();
  }

  /** Identifies a context. Immutable. */
  static final class Identity {
    final int number;
    final Side side;
    final ContextHandle owner;

    Identity(int number, Side side, ContextHandle owner) {
      this.number = number;
      this.side = side;
      this.owner = owner;
    }
  }

  /** Remains when the store has been collected. */
  static final class Link extends WeakReference<Object> {
    private final OpenContext context;

    Link(OpenContext context, SessionStore<?> store, ReferenceQueue<Object> gone) {
      super(store, gone);
      this.context = context;
    }

    OpenContext context() {
      return context;
    }
  }
}

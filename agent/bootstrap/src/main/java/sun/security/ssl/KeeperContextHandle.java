package sun.security.ssl;

import java.lang.ref.WeakReference;

/** An adopted session context, held weakly. Thread-safe. */
public final class KeeperContextHandle {
  /** Longer than any thread takes between reading a field and using the value. */
  private static final long SETTLING_NANOS = 1_000_000_000;

  private final WeakReference<SSLSessionContextImpl> context;
  private final long adoptedNanos = System.nanoTime();
  private volatile boolean settled;

  KeeperContextHandle(SSLSessionContextImpl context) {
    this.context = new WeakReference<>(context);
  }

  /**
   * Periodic work: completes the move to our caches, and destroys the keys of stateless tickets
   * that no valid ticket can need any more.
   */
  public void sweep() {
    SSLSessionContextImpl mine = context.get();
    if (mine == null) {
      return;
    }
    if (!settled && System.nanoTime() - adoptedNanos > SETTLING_NANOS) {
      settled = true;
      settle(mine);
    }
    KeeperKeyCleanup.destroyDead(mine);
    forgetClosedControls(mine);
  }

  private static void settle(SSLSessionContextImpl context) {
    try {
      KeeperCacheSwap.settle(context);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("exchange of the session caches", t);
    }
  }

  private static void forgetClosedControls(SSLSessionContextImpl context) {
    try {
      KeeperCacheByPeer peers = KeeperCacheSwap.adoptedPeers(context);
      if (peers != null) {
        peers.controls().forgetClosed();
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("closed control connections", t);
    }
  }

  /** Its settings, or null once it was collected. */
  public KeeperContextSettings settings() {
    SSLSessionContextImpl mine = context.get();
    return mine == null ? null : new KeeperContextSettings(mine);
  }

  /**
   * Restores the context's own caches, with every session that can still be resumed. No look-up
   * misses a session meanwhile, and no ticket is in two places at once.
   */
  public void release() {
    SSLSessionContextImpl mine = context.get();
    if (mine == null) {
      return;
    }
    try {
      KeeperCacheSwap.release(mine);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("release of the session caches", t);
    }
  }

  /** Ends all sessions, tickets and ticket keys of a released context. */
  public void endSecrets() {
    SSLSessionContextImpl mine = context.get();
    if (mine == null) {
      return;
    }
    try {
      KeeperContextSecrets.end(mine);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a context's secrets", t);
    }
  }
}

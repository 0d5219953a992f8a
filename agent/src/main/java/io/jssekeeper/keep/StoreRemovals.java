package io.jssekeeper.keep;

import io.jssekeeper.store.RemovalCause;
import io.jssekeeper.store.RemovalListener;

/** The removals of one store among those of all. */
final class StoreRemovals implements RemovalListener {
  private final Removals all;
  private final int context;
  private final boolean isServer;

  StoreRemovals(Removals all, int context, boolean isServer) {
    this.all = all;
    this.context = context;
    this.isServer = isServer;
  }

  @Override
  public boolean isWanted() {
    return all.isWanted();
  }

  @Override
  public void removed(Object session, String peer, RemovalCause cause, long ageNanos) {
    all.removed(context, isServer, session, peer, cause, ageNanos);
  }
}

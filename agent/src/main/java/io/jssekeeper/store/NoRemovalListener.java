package io.jssekeeper.store;

/** Wants to be told of nothing. */
final class NoRemovalListener implements RemovalListener {
  @Override
  public boolean isWanted() {
    return false;
  }

  @Override
  public void removed(Object session, String peer, RemovalCause cause, long ageNanos) {}
}

package io.jssekeeper.keep;

/** Watches nothing. */
final class NoWatcher implements Stores.Watcher {
  @Override
  public void opened(KeptStore store) {}

  @Override
  public void gone(KeptStore store) {}
}

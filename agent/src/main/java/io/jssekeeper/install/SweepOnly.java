package io.jssekeeper.install;

import io.jssekeeper.keep.KeptStore;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.keep.Sweeper;

/** Wakes the sweeper for the first store; where there is no JMX, nobody else is told. */
final class SweepOnly implements Stores.Watcher {
  private final Sweeper sweeper;

  SweepOnly(Sweeper sweeper) {
    this.sweeper = sweeper;
  }

  @Override
  public void opened(KeptStore store) {
    sweeper.wake();
  }

  @Override
  public void gone(KeptStore store) {}
}

package io.jssekeeper.keep;

/** Nothing to be done. */
final class NoChore implements Runnable {
  @Override
  public void run() {}
}

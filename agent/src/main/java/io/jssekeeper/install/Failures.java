package io.jssekeeper.install;

import sun.security.ssl.Keeper1Failures;

/** Counts what hooks swallowed. */
final class Failures implements Keeper1Failures {
  private final Swallowed swallowed;

  Failures(Swallowed swallowed) {
    this.swallowed = swallowed;
  }

  @Override
  public void swallowed(String hook, Throwable failure) {
    swallowed.accept(hook, failure);
  }
}

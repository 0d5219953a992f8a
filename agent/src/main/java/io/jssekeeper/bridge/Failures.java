package io.jssekeeper.bridge;

import io.jssekeeper.core.SuppressedErrors;
import sun.security.ssl.KeeperFailures;

/** Counts the errors that hooks suppress. */
final class Failures implements KeeperFailures {
  private final SuppressedErrors swallowed;

  Failures(SuppressedErrors swallowed) {
    this.swallowed = swallowed;
  }

  @Override
  public void swallowed(String hook, Throwable failure) {
    swallowed.accept(hook, failure);
  }
}

package io.jssekeeper.install;

import io.jssekeeper.metrics.Host;
import sun.security.ssl.Keeper1Classes;

/** Serves the meters. Not to be used before the inside room is defined. */
final class MeteringHost implements Host {
  private final Swallowed swallowed;

  MeteringHost(Swallowed swallowed) {
    this.swallowed = swallowed;
  }

  @Override
  public void swallow(String where, Throwable failure) {
    swallowed.accept(where, failure);
  }

  @Override
  public void say(String text) {
    Notices.say(text);
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return Keeper1Classes.isInitialized(type);
  }
}

package io.jssekeeper.install;

import io.jssekeeper.keep.Owner;
import sun.security.ssl.Keeper1Context;
import sun.security.ssl.Keeper1Settings;

/** A session context as the keeper's rules see it. */
final class ContextOwner implements Owner {
  private final Keeper1Context context;

  ContextOwner(Keeper1Context context) {
    this.context = context;
  }

  @Override
  public void sweep() {
    context.sweep();
  }

  @Override
  public void setTimeout(int seconds) {
    Keeper1Settings settings = context.settings();
    if (settings != null) {
      settings.setTimeoutSeconds(seconds);
    }
  }

  @Override
  public void setCapacity(int sessions) {
    Keeper1Settings settings = context.settings();
    if (settings != null) {
      settings.setCapacity(sessions);
    }
  }

  @Override
  public void release() {
    context.release();
  }
}

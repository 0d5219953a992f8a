package io.jssekeeper.bridge;

import io.jssekeeper.contexts.Owner;
import sun.security.ssl.KeeperContext;
import sun.security.ssl.KeeperSettings;

/** A session context as the keeper's rules see it. */
final class ContextOwner implements Owner {
  private final KeeperContext context;

  ContextOwner(KeeperContext context) {
    this.context = context;
  }

  @Override
  public void sweep() {
    context.sweep();
  }

  @Override
  public void setTimeout(int seconds) {
    KeeperSettings settings = context.settings();
    if (settings != null) {
      settings.setTimeoutSeconds(seconds);
    }
  }

  @Override
  public void setCapacity(int sessions) {
    KeeperSettings settings = context.settings();
    if (settings != null) {
      settings.setCapacity(sessions);
    }
  }

  @Override
  public void release() {
    context.release();
  }
}

package io.jssekeeper.bridge;

import io.jssekeeper.contexts.ContextHandle;
import sun.security.ssl.KeeperContextHandle;
import sun.security.ssl.KeeperContextSettings;

/** A session context as the keeper's rules see it. */
final class ContextOwner implements ContextHandle {
  private final KeeperContextHandle context;

  ContextOwner(KeeperContextHandle context) {
    this.context = context;
  }

  @Override
  public void sweep() {
    context.sweep();
  }

  @Override
  public void setTimeout(int seconds) {
    KeeperContextSettings settings = context.settings();
    if (settings != null) {
      settings.setTimeoutSeconds(seconds);
    }
  }

  @Override
  public void setCapacity(int sessions) {
    KeeperContextSettings settings = context.settings();
    if (settings != null) {
      settings.setCapacity(sessions);
    }
  }

  @Override
  public void release() {
    context.release();
  }

  @Override
  public void endSecrets() {
    context.endSecrets();
  }
}

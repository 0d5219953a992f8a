package sun.security.ssl;

/** A session context's settings, through its public API. */
public final class KeeperContextSettings {
  private final SSLSessionContextImpl context;

  KeeperContextSettings(SSLSessionContextImpl context) {
    this.context = context;
  }

  public int timeoutSeconds() {
    return context.getSessionTimeout();
  }

  public void setTimeoutSeconds(int seconds) {
    context.setSessionTimeout(seconds);
  }

  public int capacity() {
    return context.getSessionCacheSize();
  }

  public void setCapacity(int sessions) {
    context.setSessionCacheSize(sessions);
  }
}

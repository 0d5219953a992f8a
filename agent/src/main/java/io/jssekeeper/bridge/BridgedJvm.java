package io.jssekeeper.bridge;

import io.jssekeeper.core.Jvm;
import java.lang.instrument.Instrumentation;
import sun.security.ssl.KeeperClasses;
import sun.security.ssl.KeeperHandshakeView;

/** This JVM, as the bootstrap classes know it. */
public final class BridgedJvm implements Jvm {
  private final Instrumentation instrumentation;
  private PlatformServer server;

  public BridgedJvm(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  @Override
  public Instrumentation instrumentation() {
    return instrumentation;
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return KeeperClasses.isInitialized(type);
  }

  @Override
  public boolean isMBeanServerMade() {
    if (server == null) {
      server = new PlatformServer(instrumentation);
    }
    return server.getAsBoolean();
  }

  @Override
  public void load(String... folders) {
    JarClasses.load(folders);
  }

  @Override
  public boolean isOpen(Object connection) {
    return KeeperHandshakeView.isOpen(connection);
  }
}

package io.jssekeeper.bench.start;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Is shown each class being loaded, as any agent that may change some of them, and changes none.
 */
public final class WatchingAgent implements ClassFileTransformer {
  private WatchingAgent() {}

  public static void premain(String argument, Instrumentation instrumentation) {
    instrumentation.addTransformer(new WatchingAgent(), true);
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classfile) {
    return null;
  }
}

package io.jssekeeper.install;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/**
 * Loads a class while the keeper loads it ahead, and is not done before the keeper has tried. Both
 * as agent, which sees it, and as program. Ends once the keeper has loaded all classes.
 */
public final class LoadsMeanwhile implements ClassFileTransformer {
  private static final String NAME = "io.jssekeeper.store.SessionStore";

  private static Thread ahead;

  private LoadsMeanwhile() {}

  public static void premain(String argument, Instrumentation instrumentation) {
    instrumentation.addTransformer(new LoadsMeanwhile());
  }

  public static void main(String[] args) throws Exception {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("jsse-keeper-classes")) {
        ahead = thread;
      }
    }
    Class.forName(NAME, false, ClassLoader.getSystemClassLoader());
    ahead.join();
    System.out.println("loaded");
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classfile) {
    if (NAME.replace('.', '/').equals(className) && Thread.currentThread() != ahead) {
      while (ahead.isAlive() && ahead.getState() != Thread.State.BLOCKED) {
        Thread.yield();
      }
    }
    return null;
  }
}

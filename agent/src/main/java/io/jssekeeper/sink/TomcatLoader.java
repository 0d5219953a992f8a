package io.jssekeeper.sink;

/**
 * Tells whether a class loader is that of a web application that Tomcat has stopped.
 *
 * <p>What such an application logged with throws all away from then on, or fails to load what it
 * needs; it stays in the JVM until the garbage collector unloads its classes, which may take hours.
 */
final class TomcatLoader {
  /** Says how it is by {@code org.apache.catalina.LifecycleState}. */
  private static final String TYPE = "org.apache.catalina.loader.WebappClassLoaderBase";

  private TomcatLoader() {}

  /** False also for all others. */
  static boolean isStopped(ClassLoader loader) {
    Class<?> type = loader == null ? null : loader.getClass();
    while (type != null && !type.getName().equals(TYPE)) {
      type = type.getSuperclass();
    }
    return type != null && !isAvailable(loader, type);
  }

  private static boolean isAvailable(ClassLoader loader, Class<?> type) {
    try {
      Object state = type.getMethod("getState").invoke(loader);
      Object available = state.getClass().getMethod("isAvailable").invoke(state);
      return !Boolean.FALSE.equals(available);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return true; // another Tomcat: its application is taken for alive until it is unloaded
    }
  }
}

package io.jssekeeper.log;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;

/**
 * Whether a class belongs to a web application that has been stopped, judged by its class loader.
 *
 * <p>A stopped application's logger discards everything, or fails to load what it needs; it stays
 * in the JVM until the garbage collector unloads its classes, which may take hours.
 */
final class StoppedLoader {
  /** Tomcat's. Its state is an {@code org.apache.catalina.LifecycleState}. */
  private static final String TOMCATS = "org.apache.catalina.loader.WebappClassLoaderBase";

  private StoppedLoader() {}

  /** Also false if that cannot be determined. */
  static boolean loaded(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return isStoppedByTomcat(loader) || isClosed(loader, type);
  }

  private static boolean isStoppedByTomcat(ClassLoader loader) {
    Class<?> type = loader == null ? null : loader.getClass();
    while (type != null && !type.getName().equals(TOMCATS)) {
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
      return true; // another Tomcat: its application is considered alive until it is unloaded
    }
  }

  /**
   * After {@code URLClassLoader.close()}, which Jetty calls, the place of the class is still among
   * the loader's places, but can no longer be found there.
   */
  private static boolean isClosed(ClassLoader loader, Class<?> type) {
    if (!(loader instanceof URLClassLoader)) {
      return false;
    }
    URLClassLoader places = (URLClassLoader) loader;
    return isAmong(places.getURLs(), type)
        && places.findResource(type.getName().replace('.', '/') + ".class") == null;
  }

  /** As text: an URL's own comparison may resolve host names. */
  private static boolean isAmong(URL[] places, Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL from = source == null ? null : source.getLocation();
    return from != null && places != null && isAmong(places, from.toString());
  }

  private static boolean isAmong(URL[] places, String from) {
    for (URL place : places) {
      if (place.toString().equals(from)) {
        return true;
      }
    }
    return false;
  }
}

package io.jssekeeper.metrics;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines the classes that use Micrometer in a child of the application's Micrometer loader: they
 * see its classes, and for everything else the agent's.
 */
final class MetersLoader extends ClassLoader {
  private static final String OURS = "io.jssekeeper.";
  private static final String METERS = OURS + "metrics.meters.";
  private static final String ENTRY = METERS + "ApplicationMeters";

  private MetersLoader(ClassLoader micrometers) {
    super(micrometers);
  }

  /**
   * The global registry of one Micrometer.
   *
   * @param micrometers the class loader of it; null is the boot loader
   */
  static GlobalRegistry globalRegistry(ClassLoader micrometers)
      throws ReflectiveOperationException {
    Class<?> entry = new MetersLoader(micrometers).loadClass(ENTRY);
    return (GlobalRegistry) entry.getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(METERS)) {
      return Class.forName(name, false, MetersLoader.class.getClassLoader());
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String resource = "meters/" + name.substring(METERS.length()) + ".bin";
    try (InputStream stream = MetersLoader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new ClassNotFoundException(name + ": the agent's jar lacks " + resource);
      }
      byte[] bytes = stream.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, MetersLoader.class.getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}

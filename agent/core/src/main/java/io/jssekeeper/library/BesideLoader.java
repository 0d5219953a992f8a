package io.jssekeeper.library;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines a package that uses a library of the application in a child of that library's loader: it
 * sees the library's classes, and for everything else the agent's.
 *
 * <p>The package's classes are in the agent's jar as resources, {@code *.bin}, as they were before
 * the build relocated anything.
 */
public final class BesideLoader extends ClassLoader {
  private static final String OURS = "io.jssekeeper.";

  private final String folder;

  private BesideLoader(ClassLoader library, String folder) {
    super(library);
    this.folder = folder;
  }

  /**
   * A new object of a package beside a library.
   *
   * @param library the class loader of it; null is the boot loader
   * @param entry the object's class, public as its constructor without parameters
   */
  public static Object create(ClassLoader library, String entry)
      throws ReflectiveOperationException {
    String folder = entry.substring(0, entry.lastIndexOf('.') + 1);
    return new BesideLoader(library, folder).loadClass(entry).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(folder)) {
      return Class.forName(name, false, BesideLoader.class.getClassLoader());
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String resource = "/" + name.replace('.', '/') + ".bin";
    try (InputStream stream = BesideLoader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new ClassNotFoundException(name + ": the agent's jar lacks " + resource);
      }
      byte[] bytes = stream.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, BesideLoader.class.getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}

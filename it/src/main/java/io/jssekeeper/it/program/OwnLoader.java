package io.jssekeeper.it.program;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An application's own system class loader, as IDEs have one: it defines the classes of its class
 * path itself, and ignores what the manifest says of packages.
 */
public final class OwnLoader extends URLClassLoader {
  /** Used through {@code -Djava.system.class.loader}. */
  public OwnLoader(ClassLoader parent) {
    super(urls(), parent);
  }

  private static URL[] urls() {
    List<URL> urls = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(url(path));
    }
    return urls.toArray(new URL[0]);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      URL file = findResource(name.replace('.', '/') + ".class");
      return file == null || name.equals(OwnLoader.class.getName())
          ? super.loadClass(name, resolve)
          : defined(name, file);
    }
  }

  private Class<?> defined(String name, URL file) throws ClassNotFoundException {
    try (InputStream in = file.openStream()) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /** Called by the JVM for an agent's jar; see the package {@code java.lang.instrument}. */
  @SuppressWarnings("unused")
  private void appendToClassPathForInstrumentation(String jar) {
    addURL(url(jar));
  }
}

package io.jssekeeper.install;

import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Installs the keepers of several jars into this JVM, each after the previous one was detached. */
public final class TwoReleases {
  private static Instrumentation instrumentation;

  private TwoReleases() {}

  public static void premain(String argument, Instrumentation given) {
    instrumentation = given;
  }

  /** Each jar in a separate class loader, so that their classes do not clash. */
  public static void main(String[] jars) throws Exception {
    for (String jar : jars) {
      URL[] classPath = {Path.of(jar).toUri().toURL()};
      try (URLClassLoader loader =
          new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
        enter(loader, "log=stderr");
        Loopback.shakeHands();
        enter(loader, "detach");
        Loopback.shakeHands();
      }
    }
  }

  private static void enter(ClassLoader loader, String argument) throws Exception {
    loader
        .loadClass("io.jssekeeper.install.Installer")
        .getMethod("attach", String.class, Instrumentation.class)
        .invoke(null, argument, instrumentation);
  }
}

package io.jssekeeper.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** Defines the bootstrap classes, which travel as resources, in the JDK's TLS package. */
public final class BootstrapClasses {
  private static final String RESOURCES = "/io/jssekeeper/inside/";
  private static final String INDEX = RESOURCES + "classes.txt";

  /** Once they are defined: after that the jar may be written over, and the keeper come again. */
  private static boolean defined;

  private BootstrapClasses() {}

  /**
   * Opens the package to the agent, and defines the classes unless an earlier attach has. They stay
   * until the JVM ends.
   *
   * @param anchor the binary name of any class of that package
   */
  public static synchronized void define(Instrumentation instrumentation, String anchor)
      throws ReflectiveOperationException, IOException {
    String packageName = anchor.substring(0, anchor.lastIndexOf('.'));
    open(instrumentation, packageName);
    if (!defined) {
      define(anchor, packageName);
      defined = true;
    }
  }

  private static void define(String anchor, String packageName)
      throws ReflectiveOperationException, IOException {
    Class<?> neighbour = Class.forName(anchor, false, null);
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup());
    try (BufferedReader names = reader(INDEX)) {
      String name;
      while ((name = names.readLine()) != null) {
        if (!isDefined(packageName + "." + name)) {
          lookup.defineClass(bytes(RESOURCES + name + ".bin"));
        }
        link(packageName + "." + name);
      }
    }
  }

  private static void open(Instrumentation instrumentation, String packageName) {
    Set<Module> us = Collections.singleton(BootstrapClasses.class.getModule());
    Map<String, Set<Module>> toUs = Collections.singletonMap(packageName, us);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Collections.emptySet(),
        toUs,
        toUs,
        Collections.emptySet(),
        Collections.emptyMap());
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * Has the agent's class loader ask for it here, once and for all. A later first time would be on
   * the application's stack, where a security manager (to JDK 23) forbids that package: see {@code
   * ClassLoaders.AppClassLoader.loadClass}.
   */
  private static void link(String name) throws ClassNotFoundException {
    Class.forName(name, false, BootstrapClasses.class.getClassLoader());
  }

  private static InputStream stream(String resource) throws IOException {
    InputStream stream = BootstrapClasses.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("the agent's jar lacks " + resource);
    }
    return stream;
  }

  private static BufferedReader reader(String resource) throws IOException {
    return new BufferedReader(new InputStreamReader(stream(resource), StandardCharsets.US_ASCII));
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = stream(resource)) {
      return stream.readAllBytes();
    }
  }
}

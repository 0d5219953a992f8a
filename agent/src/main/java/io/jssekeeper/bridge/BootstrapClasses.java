package io.jssekeeper.bridge;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Defines the bootstrap classes, which travel as resources, in the JDK's TLS package. */
public final class BootstrapClasses {
  private static final String RESOURCES = "io/jssekeeper/inside/";
  private static final String INDEX = RESOURCES + "classes.txt";

  /**
   * True once they are defined: the jar may be overwritten afterwards, and the keeper installed
   * again.
   */
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
    try (JarResources resources = JarResources.open()) {
      List<String> names = names(resources);
      boolean mayBeDefined = isDefined(packageName + "." + names.get(0));
      for (String name : names) {
        String binary = packageName + "." + name;
        if (!mayBeDefined || !isDefined(binary)) {
          link(lookup.defineClass(resources.bytes(RESOURCES + name + ".bin")));
        } else {
          link(Class.forName(binary, false, null));
        }
      }
    }
  }

  /** In the order in which they are defined. */
  private static List<String> names(JarResources resources) throws IOException {
    String index = new String(resources.bytes(INDEX), StandardCharsets.US_ASCII);
    return Arrays.asList(index.trim().split("\n"));
  }

  private static void open(Instrumentation instrumentation, String packageName) {
    Set<Module> us = Collections.singleton(BootstrapClasses.class.getModule());
    Map<String, Set<Module>> toUs = Collections.singletonMap(packageName, us);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Collections.emptySet(),
        Collections.emptyMap(),
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
   * Has the agent's class loader ask for it here, once and for all. Otherwise the first request
   * would come on the application's stack, where a security manager (to JDK 23) forbids that
   * package: see {@code ClassLoaders.AppClassLoader.loadClass}. The agent can name public ones
   * only.
   */
  private static void link(Class<?> type) throws ClassNotFoundException {
    if (Modifier.isPublic(type.getModifiers())) {
      Class.forName(type.getName(), false, BootstrapClasses.class.getClassLoader());
    }
  }
}

package io.jssekeeper.bridge;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import sun.security.ssl.KeeperDefiner;

/** Defines the bootstrap classes, which travel as a resource, in the JDK's TLS package. */
public final class BootstrapClasses {
  private static final String FILE = "io/jssekeeper/inside/classes.bin";

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
      define(anchor);
      defined = true;
    }
  }

  private static void define(String anchor) throws ReflectiveOperationException, IOException {
    Class<?> neighbour = Class.forName(anchor, false, null);
    MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup());
    try (JarResources jar = JarResources.open();
        PackedClasses packed = PackedClasses.open(jar, FILE)) {
      // The first one defines the others.
      Class<?> first = defined(packed.next());
      byte[] classFile = packed.classFile();
      boolean fresh = first == null;
      link(fresh ? lookup.defineClass(classFile) : first);
      KeeperDefiner definer = new KeeperDefiner(neighbour);
      for (String name = packed.next(); name != null; name = packed.next()) {
        classFile = packed.read();
        Class<?> earlier = fresh ? null : defined(name);
        // Always defined in this order: when one is missing, so are those after it.
        fresh = earlier == null;
        link(fresh ? definer.define(name, classFile, packed.length()) : earlier);
      }
    }
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

  /** Null if it is not. */
  private static Class<?> defined(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /**
   * Links it now, since the heap may be full when the JDK's code first calls it: HotSpot does so
   * before it looks for a class's fields ({@code JVM_GetClassDeclaredFields}); none of ours is
   * public.
   *
   * <p>Has the agent's class loader ask for it here, once and for all. Otherwise the first request
   * would come on the application's stack, where a security manager (to JDK 23) forbids that
   * package: see {@code ClassLoaders.AppClassLoader.loadClass}. The agent can name public ones
   * only.
   */
  private static void link(Class<?> type) throws ClassNotFoundException {
    type.getFields();
    if (Modifier.isPublic(type.getModifiers())) {
      Class.forName(type.getName(), false, BootstrapClasses.class.getClassLoader());
    }
  }
}

package io.jssekeeper.bridge;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.HashMap;
import java.util.Map;
import sun.security.ssl.KeeperDefiner;

/**
 * Defines the classes that every start needs, which the build has also put into two files of the
 * jar: for each class, the JDK's class loader searches the class path, makes a URL, inflates and
 * checks a manifest. It loads whatever is not defined here, from the same jar. Thread-safe.
 */
public final class StartClasses {
  private static final String OPTIONS = "io/jssekeeper/options.bin";
  private static final String START = "io/jssekeeper/start.bin";

  private static boolean optionsDone;
  private static boolean startDone;

  private StartClasses() {}

  /**
   * Defines those that read the options, as any class may define its neighbours: nothing of the
   * JDK's is opened before the options say that the keeper is enabled. Does nothing the second
   * time.
   */
  public static synchronized void defineForOptions() {
    if (optionsDone) {
      return;
    }
    optionsDone = true;
    try (JarResources jar = JarResources.open();
        PackedClasses packed = PackedClasses.open(jar, OPTIONS)) {
      defineBesideOthers(packed);
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      // The class loader reads the same jar, and reports what is wrong with it.
    }
  }

  /**
   * Superclasses come first. The first class of each package is only named: the class loader is to
   * load it, so that the package has the jar's manifest.
   */
  private static void defineBesideOthers(PackedClasses packed)
      throws IOException, ReflectiveOperationException {
    Lookup here = MethodHandles.lookup();
    ClassLoader loader = StartClasses.class.getClassLoader();
    Map<String, Lookup> packages = new HashMap<>();
    for (String name = packed.next(); name != null; name = packed.next()) {
      String folder = name.substring(0, name.lastIndexOf('.'));
      if (packed.isOnlyNamed()) {
        Class<?> first = Class.forName(name, false, loader);
        packages.put(folder, MethodHandles.privateLookupIn(first, here));
      } else {
        define(packages.get(folder), packed.classFile());
      }
    }
  }

  private static void define(Lookup neighbour, byte[] classFile) throws IllegalAccessException {
    try {
      neighbour.defineClass(classFile);
    } catch (LinkageError e) {
      // It was loaded as the superclass of another one, or needs what this JVM lacks.
    }
  }

  /**
   * Defines the others that a start needs; after {@link BootstrapClasses}, one of which does it.
   * Does nothing the second time.
   */
  public static synchronized void define() {
    if (startDone) {
      return;
    }
    startDone = true;
    try (JarResources jar = JarResources.open();
        PackedClasses packed = PackedClasses.open(jar, START)) {
      KeeperDefiner definer = new KeeperDefiner(StartClasses.class);
      for (String name = packed.next(); name != null; name = packed.next()) {
        packed.define(name, definer);
      }
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      // As above.
    }
  }
}

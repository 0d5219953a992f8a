package io.jssekeeper.bridge;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import sun.security.ssl.KeeperDefiner;

/**
 * Loads classes from the agent's jar before they are needed, while the jar is readable: a jar
 * overwritten in place yields no more classes, and a class that once failed to load always fails
 * (JVMS 5.4.3). Thread-safe.
 *
 * <p>Nothing is linked or initialised: disabled features stay off, and cost only the memory of
 * their class files.
 */
public final class JarClasses {
  private static final String ROOT = "io/jssekeeper/";
  private static final String SUFFIX = ".class";
  private static final String PACKED = ROOT + "later.bin";

  private JarClasses() {}

  /** Loads those with that prefix below the root package; skips what cannot be loaded. */
  public static void load(String... beginnings) {
    for (String name : names()) {
      if (beginsWithOne(name, beginnings)) {
        load(name);
      }
    }
  }

  /**
   * Loads all except those with the second prefixes; those with the first ones before the others,
   * and in any case. The build has put them into one file in that order; a changed jar may lack it.
   */
  public static void loadAllBut(String[] first, String[] unneeded) {
    if (loadPacked(first, unneeded)) {
      return;
    }
    List<String> names = names();
    for (String name : names) {
      if (beginsWithOne(name, first)) {
        load(name);
      }
    }
    for (String name : names) {
      if (!beginsWithOne(name, first) && !beginsWithOne(name, unneeded)) {
        load(name);
      }
    }
  }

  /** False if the jar has no such file, or it cannot be read. */
  private static boolean loadPacked(String[] first, String[] unneeded) {
    try (JarResources jar = JarResources.open();
        PackedClasses packed = PackedClasses.open(jar, PACKED)) {
      KeeperDefiner definer = new KeeperDefiner(JarClasses.class);
      for (String binary = packed.next(); binary != null; binary = packed.next()) {
        String name = binary.substring(ROOT.length()).replace('.', '/');
        if (!isNeeded(name, first, unneeded)) {
          packed.read();
        } else if (!packed.define(binary, definer)) {
          load(name);
        }
      }
      return true;
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isNeeded(String name, String[] first, String[] unneeded) {
    return beginsWithOne(name, first) || !beginsWithOne(name, unneeded);
  }

  private static boolean beginsWithOne(String name, String[] beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** It may need something that this JVM lacks, such as JMX. */
  private static void load(String name) {
    try {
      String binary = (ROOT + name).replace('/', '.');
      Class.forName(binary, false, JarClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // The code that needs it will report it.
    }
  }

  /**
   * Names below the root package, without the suffix; none if it is not a jar, or cannot be read.
   */
  private static List<String> names() {
    try (JarFile jar = new JarFile(JarResources.path())) {
      List<String> names = new ArrayList<>();
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith(ROOT) && name.endsWith(SUFFIX)) {
          names.add(name.substring(ROOT.length(), name.length() - SUFFIX.length()));
        }
      }
      return names;
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Collections.emptyList();
    }
  }
}

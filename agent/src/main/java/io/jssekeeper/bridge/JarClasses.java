package io.jssekeeper.bridge;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads classes from the agent's jar before they are needed, while the jar is readable: a jar
 * overwritten in place yields no more classes, and a class that once failed to load always fails
 * (JVMS 5.4.3). Thread-safe.
 *
 * <p>Nothing is linked or initialised: what is off stays off, and costs the memory of its class
 * files.
 */
public final class JarClasses {
  private static final String ROOT = "io/jssekeeper/";
  private static final String SUFFIX = ".class";

  private JarClasses() {}

  /** Loads those whose names begin so below the root package; skips what cannot be loaded. */
  public static void load(String... beginnings) {
    for (String name : names()) {
      if (beginsWithOne(name, beginnings)) {
        load(name);
      }
    }
  }

  /** Loads all but those whose names begin so. */
  public static void loadAllBut(String... beginnings) {
    for (String name : names()) {
      if (!beginsWithOne(name, beginnings)) {
        load(name);
      }
    }
  }

  private static boolean beginsWithOne(String name, String[] beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** It may need what this JVM lacks, as JMX. */
  private static void load(String name) {
    try {
      String binary = (ROOT + name).replace('/', '.');
      Class.forName(binary, false, JarClasses.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // Who needs it will say so.
    }
  }

  /** Below the root package, without the suffix; none if it is no jar, or cannot be read. */
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

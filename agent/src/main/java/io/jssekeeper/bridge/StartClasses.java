package io.jssekeeper.bridge;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * Defines the classes that every start needs, which the build has also put into one file of the
 * jar: for each class, the JDK's class loader searches the class path, makes a URL, inflates and
 * checks a manifest. It loads whatever is not defined here, from the same jar. Thread-safe.
 */
public final class StartClasses {
  private static final String FILE = "io/jssekeeper/start.bin";
  private static boolean done;

  private StartClasses() {}

  /** Does nothing the second time. */
  public static synchronized void define() {
    if (done) {
      return;
    }
    done = true;
    try (JarResources jar = JarResources.open()) {
      define(new DataInputStream(new ByteArrayInputStream(jar.bytes(FILE))));
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      // The class loader reads the same jar, and reports what is wrong with it.
    }
  }

  /**
   * The file names one class of each package, which the class loader is to load: so the package has
   * the jar's manifest. Then the others' class files follow, superclasses first.
   */
  private static void define(DataInputStream file)
      throws IOException, ReflectiveOperationException {
    Lookup here = MethodHandles.lookup();
    ClassLoader loader = StartClasses.class.getClassLoader();
    Lookup[] packages = new Lookup[file.readUnsignedShort()];
    for (int i = 0; i < packages.length; i++) {
      Class<?> first = Class.forName(file.readUTF(), false, loader);
      packages[i] = MethodHandles.privateLookupIn(first, here);
    }
    for (int left = file.readUnsignedShort(); left > 0; left--) {
      Lookup neighbour = packages[file.readUnsignedShort()];
      int length = file.readInt();
      if (length > file.available()) {
        throw new EOFException();
      }
      byte[] classFile = new byte[length];
      file.readFully(classFile);
      define(neighbour, classFile);
    }
  }

  private static void define(Lookup neighbour, byte[] classFile) throws IllegalAccessException {
    try {
      neighbour.defineClass(classFile);
    } catch (LinkageError e) {
      // It was loaded as the superclass of another one, or needs what this JVM lacks.
    }
  }
}

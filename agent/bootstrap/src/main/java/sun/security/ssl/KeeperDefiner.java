package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;
import jdk.internal.misc.Unsafe;

/**
 * Defines classes beside another one. {@code MethodHandles.Lookup.defineClass} does so too, but
 * copies each class file, and reads it in Java before the JVM does.
 */
public final class KeeperDefiner {
  private final ClassLoader loader;
  private final ProtectionDomain domain;
  private final MethodHandle lock;

  /**
   * @param neighbour whose class loader and protection domain they are to have
   */
  public KeeperDefiner(Class<?> neighbour) throws ReflectiveOperationException {
    loader = neighbour.getClassLoader();
    domain = loader == null ? null : neighbour.getProtectionDomain();
    lock = loader == null ? null : lockOfLoaders();
  }

  private static MethodHandle lockOfLoaders() throws ReflectiveOperationException {
    return KeeperPrivateLookup.in(ClassLoader.class)
        .findVirtual(
            ClassLoader.class,
            "getClassLoadingLock",
            MethodType.methodType(Object.class, String.class));
  }

  /**
   * Defines a class, without linking it. Throws a {@link LinkageError} if it has been loaded
   * before.
   *
   * <p>Under the class loader's lock for that name: otherwise a thread that is just loading the
   * class would fail to, and always would from then on (JVMS 5.4.3). The boot loader has none;
   * nothing asks it for these classes before.
   *
   * @param classFile begins with the class file
   */
  public Class<?> define(String name, byte[] classFile, int length) {
    if (loader == null) {
      return defineUnlocked(name, classFile, length);
    }
    synchronized (lock(name)) {
      return defineUnlocked(name, classFile, length);
    }
  }

  private Object lock(String name) {
    try {
      return (Object) lock.invokeExact(loader, name);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t); // it declares none
    }
  }

  private Class<?> defineUnlocked(String name, byte[] classFile, int length) {
    return Unsafe.getUnsafe().defineClass(name, classFile, 0, length, loader, domain);
  }
}

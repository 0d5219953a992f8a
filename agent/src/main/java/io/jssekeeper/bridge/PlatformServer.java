package io.jssekeeper.bridge;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.management.MBeanServerFactory;
import sun.security.ssl.KeeperClasses;

/**
 * Whether the application, or a JMX client, has created the platform MBean server. Does not create
 * it: {@code ManagementFactory.getPlatformMBeanServer()} would, with the builder and log manager of
 * that moment, for good. For one thread. Needs {@code java.management}.
 */
public final class PlatformServer implements BooleanSupplier {
  private static final String FACTORY = "java.lang.management.ManagementFactory";

  /** The field in OpenJDK 11 to 27: null until the server is created. */
  private static final String FIELD = "platformMBeanServer";

  private final Instrumentation instrumentation;
  private Class<?> factory;
  private Field field;
  private boolean otherShape;

  public PlatformServer(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** Initialises no class except, on a JDK of another shape, {@code MBeanServerFactory}. */
  @Override
  public boolean getAsBoolean() {
    if (factory == null) {
      factory = uninitialized();
    }
    return KeeperClasses.isInitialized(factory) && (otherShape ? isAnyMade() : isPlatformsMade());
  }

  private static Class<?> uninitialized() {
    try {
      return Class.forName(FACTORY, false, null);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e); // the module exists
    }
  }

  private boolean isPlatformsMade() {
    try {
      if (field == null) {
        field = opened();
      }
      return field.get(null) != null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      otherShape = true;
      return isAnyMade();
    }
  }

  private Field opened() throws NoSuchFieldException {
    Set<Module> us = Collections.singleton(PlatformServer.class.getModule());
    instrumentation.redefineModule(
        factory.getModule(),
        Collections.emptySet(),
        Collections.emptyMap(),
        Collections.singletonMap(factory.getPackageName(), us),
        Collections.emptySet(),
        Collections.emptyMap());
    Field found = factory.getDeclaredField(FIELD);
    found.setAccessible(true);
    return found;
  }

  /** Any MBean server is taken for the platform's: there is no other way to find out. */
  private static boolean isAnyMade() {
    return !MBeanServerFactory.findMBeanServer(null).isEmpty();
  }
}

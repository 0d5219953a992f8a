package io.jssekeeper.otel;

import io.jssekeeper.core.Jvm;
import java.lang.reflect.Field;

/**
 * What the application has begun to use of one OpenTelemetry API. Initialises nothing of it: {@code
 * Context.current()} fixes the storage of contexts, which the application may yet want to wrap, and
 * {@code GlobalOpenTelemetry.get()} sets an empty one if none is set, after which {@code set}
 * throws. For one thread.
 */
final class ApiState {
  private static final String STORAGE = "io.opentelemetry.context.LazyStorage";
  private static final String GLOBAL = "io.opentelemetry.api.GlobalOpenTelemetry";

  /** Of OpenTelemetry's own agent, which answers {@code get} in its place. */
  private static final String AGENT = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

  private final Jvm jvm;
  private boolean answeredByAgent;

  ApiState(Jvm jvm) {
    this.jvm = jvm;
  }

  /**
   * Whether the application has asked for a current context or span.
   *
   * @param api the class loader of the API; null is the boot loader
   */
  boolean hasContexts(ClassLoader api) {
    Class<?> storage = find(STORAGE, api);
    return storage != null && jvm.isInitialized(storage);
  }

  /**
   * Whether the application has set the global OpenTelemetry, or its agent has.
   *
   * @param api the class loader of the API; null is the boot loader
   */
  boolean hasGlobal(ClassLoader api) throws ReflectiveOperationException {
    Class<?> global = find(GLOBAL, api);
    return global != null && jvm.isInitialized(global) && isSet(global);
  }

  private boolean isSet(Class<?> global) throws ReflectiveOperationException {
    try {
      return (Boolean) global.getMethod("isSet").invoke(null);
    } catch (NoSuchMethodException e) { // before API 1.57
      return value(global) != null || isBridged();
    }
  }

  private static Object value(Class<?> global) throws ReflectiveOperationException {
    Field field = global.getDeclaredField("globalOpenTelemetry");
    field.setAccessible(true);
    return field.get(null);
  }

  /**
   * The application has called {@code get} or {@code set}, or else the class would not be
   * initialised, and nothing was set: its agent has answered. Told apart from an application that
   * is just about to set it by asking twice.
   */
  private boolean isBridged() {
    boolean before = answeredByAgent;
    answeredByAgent = find(AGENT, null) != null;
    return before && answeredByAgent;
  }

  private static Class<?> find(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}

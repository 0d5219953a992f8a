package io.jssekeeper.checkpoint;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A {@code Resource} of that API, which never throws: that would prevent the checkpoint. */
final class CheckpointProxy implements InvocationHandler {
  private final Checkpointed checkpointed;

  CheckpointProxy(Checkpointed checkpointed) {
    this.checkpointed = checkpointed;
  }

  /**
   * Registers one with the global context, which holds it weakly.
   *
   * @param core the class {@code Core}
   * @return to be held for as long as checkpoints are to be reported
   */
  Object register(Class<?> core) throws ReflectiveOperationException {
    ClassLoader loader = core.getClassLoader();
    Class<?> resource = Class.forName(sibling(core, "Resource"), false, loader);
    Class<?> context = Class.forName(sibling(core, "Context"), false, loader);
    Object global = core.getMethod("getGlobalContext").invoke(null);
    ClassLoader own = loader == null ? CheckpointProxy.class.getClassLoader() : loader;
    Object registered = Proxy.newProxyInstance(own, new Class<?>[] {resource}, this);
    context.getMethod("register", resource).invoke(global, registered);
    return registered;
  }

  private static String sibling(Class<?> core, String name) {
    String full = core.getName();
    return full.substring(0, full.lastIndexOf('.') + 1) + name;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "beforeCheckpoint":
        before();
        return null;
      case "afterRestore":
        after();
        return null;
      case "hashCode":
        return System.identityHashCode(proxy);
      case "equals":
        return proxy == arguments[0];
      case "toString":
        return "jsse-keeper";
      default:
        return null;
    }
  }

  private void before() {
    try {
      checkpointed.beforeCheckpoint();
    } catch (Throwable t) {
      checkpointed.failed("checkpoint", t);
    }
  }

  private void after() {
    try {
      checkpointed.afterRestore();
    } catch (Throwable t) {
      checkpointed.failed("restore", t);
    }
  }
}

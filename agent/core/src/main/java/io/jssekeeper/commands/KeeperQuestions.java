package io.jssekeeper.commands;

import io.jssekeeper.channel.Question;
import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.explain.Values;
import io.jssekeeper.jmx.KeeperBean;
import io.jssekeeper.jmx.KeeperMXBean;
import io.jssekeeper.jmx.SessionCacheBean;
import io.jssekeeper.weave.WeaveReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers questions from the keeper's MBean: attributes, which begin with a capital letter,
 * operations, and one additional question, the session caches. Nothing else can be called.
 * Thread-safe.
 */
public final class KeeperQuestions implements Values<RuntimeException> {
  private static final String CACHES = "SessionCaches";

  private final KeeperMXBean keeper;
  private final ContextRegistry contexts;

  KeeperQuestions(KeeperMXBean keeper, ContextRegistry contexts) {
    this.keeper = keeper;
    this.contexts = contexts;
  }

  /** What that keeper shows. */
  public static KeeperQuestions of(Core core, WeaveReport weaves, Control control, Jvm jvm) {
    return new KeeperQuestions(new KeeperBean(core, weaves, control, jvm), core.contexts());
  }

  /**
   * Returns a plain value.
   *
   * @throws NoSuchMethodException if there is no such attribute or operation
   * @throws InvocationTargetException with what that threw
   */
  Object answer(Question question) throws ReflectiveOperationException {
    if (question.name().equals(CACHES)) {
      return caches();
    }
    Object[] arguments = question.arguments().toArray();
    return new PlainValues().of(method(question, arguments).invoke(keeper, arguments));
  }

  /**
   * The value of an attribute, as a plain value.
   *
   * @throws IllegalStateException if it cannot be read
   */
  @Override
  public Object value(String attribute) {
    try {
      return answer(new Question("", attribute, Collections.emptyList()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(attribute + " cannot be read", e);
    }
  }

  private static Method method(Question question, Object... arguments)
      throws NoSuchMethodException {
    String name = question.name();
    boolean isAttribute = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    for (Method method : KeeperMXBean.class.getMethods()) {
      if (method.getName().equals(isAttribute ? "get" + name : name)
          && accepts(method.getParameterTypes(), arguments)) {
        return method;
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static boolean accepts(Class<?>[] types, Object... arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!boxed(types[i]).isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    }
    return type == long.class ? Long.class : type;
  }

  /** By number. */
  private List<Object> caches() {
    Map<Integer, Object> rows = new TreeMap<>();
    for (OpenContext context : contexts.alive()) {
      rows.put(context.number(), row(context));
    }
    return new ArrayList<>(rows.values());
  }

  private static Map<String, Object> row(OpenContext context) {
    SessionCacheBean cache = new SessionCacheBean(context);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("context", context.number());
    row.put("side", cache.getSide());
    row.put("Size", (long) cache.getSize());
    row.put("Capacity", (long) cache.getCapacity());
    row.put("TimeoutSeconds", cache.getTimeoutSeconds());
    row.put("StrongBytes", cache.getStrongBytes());
    row.put("SoftlyHeld", (long) cache.getSoftlyHeld());
    row.put("Hits", cache.getHits());
    row.put("Misses", cache.getMisses());
    row.put("Stored", cache.getStored());
    return row;
  }
}

package io.jssekeeper.commands;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Converts the beans that MBeans return to lists and maps, as JMX converts them to composite data:
 * by getters, ordered by name. For one thread.
 */
final class PlainValues {
  private final Map<Class<?>, Map<String, Method>> getters = new HashMap<>();

  Object of(Object value) throws ReflectiveOperationException {
    if (value instanceof Map) {
      return map((Map<?, ?>) value);
    }
    if (value instanceof Object[] && !(value instanceof String[])) {
      return list((Object[]) value);
    }
    return isPlain(value) ? value : bean(value);
  }

  /** Including arrays of numbers. */
  private static boolean isPlain(Object value) {
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value.getClass().isArray();
  }

  private Map<String, Object> map(Map<?, ?> values) throws ReflectiveOperationException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : values.entrySet()) {
      map.put((String) each.getKey(), of(each.getValue()));
    }
    return map;
  }

  private List<Object> list(Object... values) throws ReflectiveOperationException {
    List<Object> list = new ArrayList<>();
    for (Object value : values) {
      list.add(of(value));
    }
    return list;
  }

  private Map<String, Object> bean(Object bean) throws ReflectiveOperationException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, Method> getter : getters(bean.getClass()).entrySet()) {
      map.put(getter.getKey(), of(getter.getValue().invoke(bean)));
    }
    return map;
  }

  private Map<String, Method> getters(Class<?> type) {
    Map<String, Method> known = getters.get(type);
    if (known == null) {
      known = new TreeMap<>();
      for (Method method : type.getMethods()) {
        if (method.getDeclaringClass() == type && method.getParameterCount() == 0) {
          put(method, known);
        }
      }
      getters.put(type, known);
    }
    return known;
  }

  private static void put(Method method, Map<String, Method> getters) {
    String name = method.getName();
    int prefix = name.startsWith("get") ? "get".length() : "is".length();
    if (name.startsWith("get") || name.startsWith("is")) {
      String first = name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT);
      getters.put(first + name.substring(prefix + 1), method);
    }
  }
}

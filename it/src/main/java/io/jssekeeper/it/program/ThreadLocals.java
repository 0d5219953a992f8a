package io.jssekeeper.it.program;

import java.lang.reflect.Field;

/** The thread-local variables of this thread; needs {@code java.lang} to be open. */
final class ThreadLocals {
  private ThreadLocals() {}

  /** How many have a value, which may be null. */
  static int count() {
    try {
      Object map = read(Thread.class, "threadLocals", Thread.currentThread());
      if (map == null) {
        return 0;
      }
      int count = 0;
      for (Object entry : (Object[]) read(map.getClass(), "table", map)) {
        count += entry == null ? 0 : 1;
      }
      return count;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(Class<?> owner, String name, Object of)
      throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}

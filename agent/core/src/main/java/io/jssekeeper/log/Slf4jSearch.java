package io.jssekeeper.log;

import io.jssekeeper.core.Jvm;
import java.util.Collections;
import java.util.Optional;

/**
 * Searches all loaded classes for an SLF4J that the application has started to use. If there are
 * several, the class path's comes first. For one thread.
 */
final class Slf4jSearch implements ApplicationLog.Search {
  private static final String RESOURCE = Slf4j.FACTORY.replace('.', '/') + ".class";

  private final Jvm jvm;
  private boolean promising;

  Slf4jSearch(Jvm jvm) {
    this.jvm = jvm;
  }

  @Override
  public Optional<Class<?>> find() {
    Class<?> best = null;
    boolean seen = false;
    promising = false;
    for (Class<?> type : jvm.instrumentation().getAllLoadedClasses()) {
      if (type.getName().equals(Slf4j.FACTORY)) {
        seen = true;
        Slf4j.State state = stateOf(type);
        promising |= state == Slf4j.State.NOT_YET;
        if (state == Slf4j.State.READY && (best == null || isOnClassPath(type))) {
          best = type;
        }
      }
    }
    promising |= !seen && ClassLoader.getSystemResource(RESOURCE) != null;
    return Optional.ofNullable(best);
  }

  private static boolean isOnClassPath(Class<?> type) {
    return type.getClassLoader() == ClassLoader.getSystemClassLoader();
  }

  /** One of unknown shape is not used. */
  private Slf4j.State stateOf(Class<?> factory) {
    if (!jvm.isInitialized(factory)) {
      return Slf4j.State.NOT_YET;
    }
    try {
      open(factory);
      return Slf4j.stateOf(factory);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Slf4j.State.GOES_NOWHERE;
    }
  }

  /** On a module path its package is closed to us. */
  private void open(Class<?> factory) {
    Module theirs = factory.getModule();
    Module ours = Slf4j.class.getModule();
    if (!theirs.isOpen(factory.getPackageName(), ours)) {
      jvm.instrumentation()
          .redefineModule(
              theirs,
              Collections.emptySet(),
              Collections.emptyMap(),
              Collections.singletonMap(factory.getPackageName(), Collections.singleton(ours)),
              Collections.emptySet(),
              Collections.emptyMap());
    }
  }

  @Override
  public boolean isPromising() {
    return promising;
  }
}

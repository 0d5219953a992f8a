package io.jssekeeper.log;

import java.lang.reflect.Field;

/** What can be found out about an application's SLF4J without calling it. Thread-safe. */
public final class Slf4j {
  /** The class to look for. */
  public static final String FACTORY = "org.slf4j.LoggerFactory";

  /** How far the application has initialised it. */
  public enum State {
    /** The application has not asked for a logger yet, or is just doing so. */
    NOT_YET,
    /** What is logged goes somewhere. */
    READY,
    /**
     * What is logged goes nowhere: no provider was found, or the one that discards everything; or
     * it belongs to a web application that has been stopped.
     */
    GOES_NOWHERE
  }

  // org.slf4j.LoggerFactory, 1.5 to 2.0
  private static final int SUCCESSFUL_INITIALIZATION = 3;
  private static final int ONGOING_INITIALIZATION = 1;
  private static final String THROWS_ALL_AWAY = "org.slf4j.helpers.NOPLoggerFactory";

  private Slf4j() {}

  /**
   * Reads the state of {@code LoggerFactory} without binding it to a provider: that is for the
   * application to do, which may prepare its logging first.
   *
   * @param factory {@code org.slf4j.LoggerFactory} of any class loader, initialised; its package
   *     must be open to this class's module
   * @throws ReflectiveOperationException if it is not as in SLF4J 1.5 to 2.0
   */
  public static State stateOf(Class<?> factory) throws ReflectiveOperationException {
    Field field = factory.getDeclaredField("INITIALIZATION_STATE");
    field.setAccessible(true);
    int state = field.getInt(null);
    if (state <= ONGOING_INITIALIZATION) {
      return State.NOT_YET;
    }
    boolean somewhere =
        state == SUCCESSFUL_INITIALIZATION
            && !StoppedLoader.loaded(factory)
            && !throwsAllAway(factory);
    return somewhere ? State.READY : State.GOES_NOWHERE;
  }

  private static boolean throwsAllAway(Class<?> factory) throws ReflectiveOperationException {
    Object bound = factory.getMethod("getILoggerFactory").invoke(null);
    return bound.getClass().getName().equals(THROWS_ALL_AWAY);
  }
}

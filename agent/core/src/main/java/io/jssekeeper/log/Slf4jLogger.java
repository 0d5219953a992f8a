package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import java.lang.reflect.Method;

/**
 * The handshake logger in an application's SLF4J, called by reflection: any version from 1.5 on, in
 * any class loader. Do not keep a reference: it keeps that class loader alive.
 */
class Slf4jLogger {
  private static final String NAME = "io.jssekeeper.handshake";

  final Object logger;
  private final Method info;
  private final Method warn;

  Slf4jLogger(Object logger, Class<?> api) throws ReflectiveOperationException {
    this.logger = logger;
    this.info = api.getMethod("info", String.class);
    this.warn = api.getMethod("warn", String.class);
  }

  /**
   * @param factory {@code org.slf4j.LoggerFactory}, bound to a provider
   */
  static Slf4jLogger of(Class<?> factory) throws ReflectiveOperationException {
    Object logger = factory.getMethod("getLogger", String.class).invoke(null, NAME);
    Class<?> api = type("Logger", factory);
    return hasFluentCalls(api)
        ? new Slf4jFluentLogger(logger, api, factory)
        : new Slf4jLogger(logger, api);
  }

  private static boolean hasFluentCalls(Class<?> api) {
    try {
      api.getMethod("atInfo");
      return true;
    } catch (NoSuchMethodException e) {
      return false; // before 2.0
    }
  }

  static Class<?> type(String name, Class<?> factory) throws ClassNotFoundException {
    return Class.forName("org.slf4j." + name, false, factory.getClassLoader());
  }

  void log(boolean isWarning, String line, HandshakeRecord record)
      throws ReflectiveOperationException {
    (isWarning ? warn : info).invoke(logger, line);
  }
}

package io.jssekeeper.log;

import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import java.lang.reflect.Method;

/**
 * The same for SLF4J 2.0, whose events can carry key-value pairs. Providers without support for
 * these get them prepended to the text, which contains them already; so these providers get only
 * the text.
 */
final class Slf4jFluentLogger extends Slf4jLogger {
  private final Method atInfo;
  private final Method atWarn;
  private final Method addKeyValue;
  private final Method log;
  private final Class<?> awareOfEvents;
  private final Class<?> textOnly;

  Slf4jFluentLogger(Object logger, Class<?> api, Class<?> factory)
      throws ReflectiveOperationException {
    super(logger, api);
    atInfo = api.getMethod("atInfo");
    atWarn = api.getMethod("atWarn");
    Class<?> builder = type("spi.LoggingEventBuilder", factory);
    addKeyValue = builder.getMethod("addKeyValue", String.class, Object.class);
    log = builder.getMethod("log", String.class);
    awareOfEvents = type("spi.LoggingEventAware", factory);
    textOnly = type("spi.DefaultLoggingEventBuilder", factory);
  }

  @Override
  void log(boolean isWarning, String line, HandshakeRecord record)
      throws ReflectiveOperationException {
    Object event = (isWarning ? atWarn : atInfo).invoke(logger);
    if (awareOfEvents.isInstance(logger) || !textOnly.isInstance(event)) {
      for (Field field : Field.all()) {
        Object value = record.value(field);
        if (value != null) {
          addKeyValue.invoke(event, field.word(), value);
        }
      }
    }
    log.invoke(event, line);
  }
}

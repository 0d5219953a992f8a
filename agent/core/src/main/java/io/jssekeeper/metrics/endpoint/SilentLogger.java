package io.jssekeeper.metrics.endpoint;

import io.micrometer.common.util.internal.logging.AbstractInternalLogger;
import io.micrometer.common.util.internal.logging.InternalLogger;
import io.micrometer.common.util.internal.logging.InternalLoggerFactory;

/**
 * Discards what the jar's copy of Micrometer logs. Micrometer's own choice is {@code
 * java.util.logging}, which only the application may initialise: it may name a log manager late.
 * Thread-safe.
 */
final class SilentLogger extends AbstractInternalLogger {
  private static final long serialVersionUID = 1;

  private SilentLogger(String name) {
    super(name);
  }

  /** Must come before any other class of Micrometer is used. */
  static void install() {
    InternalLoggerFactory.setDefaultFactory(new Factory());
  }

  private static final class Factory extends InternalLoggerFactory {
    @Override
    protected InternalLogger newInstance(String name) {
      return new SilentLogger(name);
    }
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public void trace(String message) {}

  @Override
  public void trace(String format, Object one) {}

  @Override
  public void trace(String format, Object one, Object two) {}

  @Override
  public void trace(String format, Object... all) {}

  @Override
  public void trace(String message, Throwable thrown) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String message) {}

  @Override
  public void debug(String format, Object one) {}

  @Override
  public void debug(String format, Object one, Object two) {}

  @Override
  public void debug(String format, Object... all) {}

  @Override
  public void debug(String message, Throwable thrown) {}

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public void info(String message) {}

  @Override
  public void info(String format, Object one) {}

  @Override
  public void info(String format, Object one, Object two) {}

  @Override
  public void info(String format, Object... all) {}

  @Override
  public void info(String message, Throwable thrown) {}

  @Override
  public boolean isWarnEnabled() {
    return false;
  }

  @Override
  public void warn(String message) {}

  @Override
  public void warn(String format, Object one) {}

  @Override
  public void warn(String format, Object one, Object two) {}

  @Override
  public void warn(String format, Object... all) {}

  @Override
  public void warn(String message, Throwable thrown) {}

  @Override
  public boolean isErrorEnabled() {
    return false;
  }

  @Override
  public void error(String message) {}

  @Override
  public void error(String format, Object one) {}

  @Override
  public void error(String format, Object one, Object two) {}

  @Override
  public void error(String format, Object... all) {}

  @Override
  public void error(String message, Throwable thrown) {}
}

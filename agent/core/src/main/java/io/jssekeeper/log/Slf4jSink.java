package io.jssekeeper.log;

import io.jssekeeper.model.Result;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;

/**
 * Logs records through an application's SLF4J, held weakly. For one thread.
 *
 * <p>An exception from a logger is reported once, and the record counts as lost.
 */
final class Slf4jSink implements Sink {
  static final String NAME = "the application's SLF4J";

  private final WeakReference<Class<?>> factory;
  private final LineFormat format;
  private final LogSink.Trouble errors;
  private Slf4jLogger ofThisBatch;
  private boolean failing;

  Slf4jSink(Class<?> factory, LogSink.Lines lines) {
    this.factory = new WeakReference<>(factory);
    this.format = lines.format;
    this.errors = lines.trouble;
  }

  /** Whether the application has dropped it, for instance by undeploying a web application. */
  boolean isGone() {
    Class<?> type = factory.get();
    return type == null || ofThisBatch == null && StoppedLoader.loaded(type);
  }

  @Override
  public void accept(HandshakeRecord record) {
    try {
      logger().log(record.result() == Result.FAILED, format.line(record), record);
    } catch (InvocationTargetException e) {
      lose(e.getCause());
    } catch (ReflectiveOperationException e) {
      lose(e);
    }
  }

  private Slf4jLogger logger() throws ReflectiveOperationException {
    if (ofThisBatch == null) {
      Class<?> type = factory.get();
      if (type == null) {
        throw new ClassNotFoundException("the application has unloaded it");
      }
      ofThisBatch = Slf4jLogger.of(type);
    }
    return ofThisBatch;
  }

  private void lose(Throwable cause) {
    errors.lost(1);
    if (!failing) {
      failing = true;
      errors.failing(NAME, cause);
    }
  }

  @Override
  public void flush() {
    ofThisBatch = null;
  }

  @Override
  public String toString() {
    return NAME;
  }
}

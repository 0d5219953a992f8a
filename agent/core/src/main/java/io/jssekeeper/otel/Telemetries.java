package io.jssekeeper.otel;

import io.jssekeeper.config.OtelSignal;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.library.ClassWatch;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * All OpenTelemetry APIs of the application. As a sink it measures handshakes, and looks about once
 * a second what the application has begun to use; for one thread. Events come from any thread.
 */
final class Telemetries implements Sink {
  /** One is loaded wherever spans or an OpenTelemetry are used. Not relocated by the build. */
  private static final String[] API = {
    "io.opentelemetry.api.trace.Span", "io.opentelemetry.api.OpenTelemetry"
  };

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Set<OtelSignal> signals;
  private final Jvm jvm;
  private final SuppressedErrors errors;
  private final ClassWatch watch;
  private final List<ApiInUse> all = new CopyOnWriteArrayList<>();
  private long nextNanos = System.nanoTime();

  /**
   * @param seen is run, by any thread, when {@link #isWaiting} has become true
   */
  Telemetries(Set<OtelSignal> signals, Jvm jvm, SuppressedErrors errors, Runnable seen) {
    this.signals = signals;
    this.jvm = jvm;
    this.errors = errors;
    watch = new ClassWatch(seen, API);
  }

  /** Looks out for APIs from now on. */
  void start() {
    watch.start(jvm.instrumentation());
  }

  @Override
  public void accept(HandshakeRecord record) {
    for (ApiInUse api : all) {
      api.measure(record);
    }
  }

  @Override
  public boolean isWaiting() {
    boolean waiting = watch.isLooking();
    for (ApiInUse api : all) {
      waiting |= api.isAwaited();
    }
    return waiting;
  }

  @Override
  public void flush() {
    long now = System.nanoTime();
    if (isWaiting() && now - nextNanos >= 0) {
      nextNanos = now + PAUSE_NANOS;
      look();
    }
  }

  private void look() {
    try {
      for (Class<?> type : watch.look()) {
        if (!isFound(type)) {
          all.add(new ApiInUse(type, signals, jvm, errors));
        }
      }
      for (ApiInUse api : all) {
        if (api.isGone()) {
          all.remove(api);
        } else {
          api.look();
        }
      }
    } catch (Throwable t) {
      errors.accept("otel", t);
    }
  }

  private boolean isFound(Class<?> type) {
    for (ApiInUse api : all) {
      if (api.has(type)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether handshakes go to the metrics of any. */
  boolean isMeasuring() {
    for (ApiInUse api : all) {
      if (api.isMeasuring()) {
        return true;
      }
    }
    return false;
  }

  /** Adds an event to this thread's current span of each. */
  void event(HandshakeRecord record) {
    for (ApiInUse api : all) {
      api.event(record);
    }
  }

  /** Sees no further APIs from now on. */
  void stopWatching() {
    watch.stop();
  }

  /** Lets go of all. */
  void release() {
    for (ApiInUse api : all) {
      api.release();
    }
    all.clear();
  }
}

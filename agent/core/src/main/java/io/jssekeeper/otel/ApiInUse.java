package io.jssekeeper.otel;

import io.jssekeeper.config.OtelSignal;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.library.BesideLoader;
import io.jssekeeper.record.HandshakeRecord;
import java.lang.ref.WeakReference;
import java.util.Set;

/**
 * One OpenTelemetry API of the application, held weakly, so that a redeployed application can be
 * collected: what the keeper has of it lives as long as its class. Thread-safe, but for {@link
 * #look}.
 */
final class ApiInUse {
  private static final String ENTRY = "io.jssekeeper.otel.api.ApplicationTelemetry";
  private static final ClassValue<Telemetry> TELEMETRIES = new BoundToClass();

  private final WeakReference<Class<?>> type;
  private final ApiState state;
  private final SignalFeed metrics;
  private final SignalFeed events;

  /**
   * @param type any class of the API
   */
  ApiInUse(Class<?> type, Set<OtelSignal> signals, Jvm jvm, SuppressedErrors errors) {
    this.type = new WeakReference<>(type);
    state = new ApiState(jvm);
    metrics = new SignalFeed(OtelSignal.METRICS, signals.contains(OtelSignal.METRICS), errors);
    events = new SignalFeed(OtelSignal.EVENTS, signals.contains(OtelSignal.EVENTS), errors);
  }

  /** Whether it is that with this class, which has one for each class loader. */
  boolean has(Class<?> other) {
    Class<?> known = type.get();
    return known != null && known.getClassLoader() == other.getClassLoader();
  }

  boolean isGone() {
    return type.get() == null;
  }

  /** Whether the application may yet begin to use it. */
  boolean isAwaited() {
    return !isGone() && (metrics.isAwaited() || events.isAwaited());
  }

  /** Whether handshakes go to its metrics. */
  boolean isMeasuring() {
    return metrics.isUsed();
  }

  /** Begins with what the application has begun to use. */
  void look() {
    Class<?> api = type.get();
    if (api == null) {
      return;
    }
    try {
      if (events.isAwaited() && state.hasContexts(api.getClassLoader())) {
        events.begin(TELEMETRIES.get(api));
      }
    } catch (Throwable t) {
      events.fail(t);
    }
    try {
      if (metrics.isAwaited() && state.hasGlobal(api.getClassLoader())) {
        metrics.begin(TELEMETRIES.get(api));
      }
    } catch (Throwable t) {
      metrics.fail(t);
    }
  }

  void measure(HandshakeRecord record) {
    metrics.accept(record);
  }

  void event(HandshakeRecord record) {
    events.accept(record);
  }

  /** Lets go of what the keeper has of it. */
  void release() {
    Class<?> api = type.get();
    if (api != null) {
      TELEMETRIES.remove(api);
    }
  }

  /** What only a class holds. */
  private static final class BoundToClass extends ClassValue<Telemetry> {
    @Override
    protected Telemetry computeValue(Class<?> type) {
      try {
        return (Telemetry) BesideLoader.create(type.getClassLoader(), ENTRY);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

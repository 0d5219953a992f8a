package io.jssekeeper.otel;

import io.jssekeeper.config.OtelSignal;
import io.jssekeeper.core.Notices;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.record.HandshakeRecord;
import java.lang.ref.WeakReference;
import java.util.Locale;

/**
 * One signal to one OpenTelemetry of the application: awaited until the application uses it, and
 * not used any more once it has thrown. Thread-safe.
 */
final class SignalFeed {
  private final OtelSignal signal;
  private final SuppressedErrors errors;
  private volatile WeakReference<Telemetry> prepared;
  private volatile boolean off;

  /**
   * @param wanted whether it is used at all
   */
  SignalFeed(OtelSignal signal, boolean wanted, SuppressedErrors errors) {
    this.signal = signal;
    this.errors = errors;
    this.off = !wanted;
  }

  /** Whether the application may yet begin to use it. */
  boolean isAwaited() {
    return !off && prepared == null;
  }

  /** Whether handshakes go to it. */
  boolean isUsed() {
    return !off && prepared != null;
  }

  /** The application uses it. */
  void begin(Telemetry telemetry) {
    try {
      if (signal == OtelSignal.EVENTS) {
        telemetry.prepareEvents();
      } else {
        telemetry.prepareMetrics();
      }
      prepared = new WeakReference<>(telemetry);
    } catch (Throwable t) {
      fail(t);
    }
  }

  void accept(HandshakeRecord record) {
    WeakReference<Telemetry> reference = prepared;
    Telemetry telemetry = reference == null ? null : reference.get();
    if (off || telemetry == null) {
      return;
    }
    try {
      if (signal == OtelSignal.EVENTS) {
        telemetry.event(record);
      } else {
        telemetry.measure(record);
      }
    } catch (Throwable t) {
      fail(t);
    }
  }

  /** Want of heap or stack is no fault of its own, and an old API lacks what it cannot have. */
  void fail(Throwable thrown) {
    boolean isOld = thrown instanceof LinkageError && text(thrown).contains("opentelemetry");
    if (!isOld) {
      errors.accept("otel", thrown);
    }
    if (!(thrown instanceof VirtualMachineError)) {
      off = true;
      Notices.print(
          "the application's OpenTelemetry "
              + (isOld ? "is too old for " : "failed, and is no longer used for ")
              + signal.name().toLowerCase(Locale.ROOT)
              + ": "
              + text(thrown));
    }
  }

  /** A failure's own text may be what fails. */
  private static String text(Throwable failure) {
    try {
      return failure.toString();
    } catch (RuntimeException e) {
      return failure.getClass().getName();
    }
  }
}

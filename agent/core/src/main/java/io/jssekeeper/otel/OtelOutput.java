package io.jssekeeper.otel;

import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.record.Dispatcher;
import io.jssekeeper.record.Sink;

/** Metrics and events by the OpenTelemetry API of the application; made only if asked for. */
public final class OtelOutput implements Output {
  private static final long STOP_MILLIS = 1_000;

  private final Telemetries telemetries;
  private final Dispatcher dispatcher;

  public OtelOutput(Core core, Jvm jvm) {
    telemetries = new Telemetries(core.options().otel(), jvm, core.suppressedErrors(), new Wake());
    dispatcher = new Dispatcher(telemetries, "jsse-keeper-otel", core.suppressedErrors());
  }

  @Override
  public Sink handshakes() {
    return new OtelSink(telemetries, dispatcher);
  }

  @Override
  public void start(boolean attached) {
    dispatcher.start();
    telemetries.start();
  }

  @Override
  public long recordsLost() {
    return dispatcher.dropped();
  }

  @Override
  public void stop() throws InterruptedException {
    telemetries.stopWatching();
    dispatcher.stop(STOP_MILLIS);
    telemetries.release();
  }

  private final class Wake implements Runnable {
    @Override
    public void run() {
      dispatcher.wake();
    }
  }
}

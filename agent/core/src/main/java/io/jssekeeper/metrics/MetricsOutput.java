package io.jssekeeper.metrics;

import io.jssekeeper.config.MetricsTarget;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.core.WebPage;
import io.jssekeeper.record.Sink;
import java.util.Map;

/** Meters, in the application's Micrometer and at the keeper's own endpoint. */
public final class MetricsOutput implements Output {
  private final Options options;
  private final Jvm jvm;
  private final Metering metering;
  private final Map<String, WebPage> pages;

  /**
   * @param pages what is served beside the meters, by path
   */
  public MetricsOutput(Core core, Jvm jvm, Map<String, WebPage> pages) {
    this.pages = pages;
    this.options = core.options();
    this.jvm = jvm;
    CoreStats readings = new CoreStats(core);
    metering = new Metering(readings, new CoreMetricsHost(core.suppressedErrors(), jvm));
  }

  @Override
  public Sink handshakes() {
    return metering;
  }

  @Override
  public void start(boolean attached) {
    if (options.metricsHttp().isPresent()) {
      metering.serve(options.metricsHttp().get(), pages);
    }
    if (options.metrics() == MetricsTarget.AUTO) {
      metering.followMicrometers(jvm.instrumentation());
    }
  }

  @Override
  public long recordsLost() {
    return metering.recordsDropped();
  }

  @Override
  public void stop() {
    metering.close();
  }
}

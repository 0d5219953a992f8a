package io.jssekeeper.metrics.endpoint;

import io.jssekeeper.metrics.KeeperMeters;
import io.jssekeeper.metrics.KeeperStats;
import io.jssekeeper.metrics.meters.Meters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;

/**
 * A registry of our own that Prometheus can scrape over HTTP. Its threads are daemons. Thread-safe.
 */
public final class PrometheusEndpoint {
  private static final String PATH = "/metrics";

  static {
    SilentLogger.install();
  }

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final KeeperMeters meters;
  private final HttpEndpoint http;

  private PrometheusEndpoint(InetSocketAddress address, KeeperStats readings) throws IOException {
    meters = new Meters(registry, readings);
    Page scrape = new Scrape(registry, meters);
    http = new HttpEndpoint(address, Collections.singletonMap(PATH, scrape));
  }

  /** Takes the port there. Who connects waits until it is opened. */
  public static PrometheusEndpoint at(InetSocketAddress address, KeeperStats readings)
      throws IOException {
    return new PrometheusEndpoint(address, readings);
  }

  /** Serves {@code /metrics} from now on, and nothing else. */
  public void open() {
    http.start();
  }

  int port() {
    return http.port();
  }

  /** What it serves. */
  public KeeperMeters meters() {
    return meters;
  }

  /** Breaks off what is under way, and frees the port. */
  public void close() {
    try {
      http.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
    registry.close();
  }
}

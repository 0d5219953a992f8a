package io.jssekeeper.metrics.endpoint;

import io.jssekeeper.core.WebPage;
import io.jssekeeper.metrics.KeeperMeters;
import io.jssekeeper.metrics.KeeperStats;
import io.jssekeeper.metrics.meters.Meters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * The keeper's own registry, which Prometheus can scrape over HTTP. Its threads are daemons.
 * Thread-safe.
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

  private PrometheusEndpoint(
      InetSocketAddress address, KeeperStats readings, Map<String, WebPage> others)
      throws IOException {
    meters = new Meters(registry, readings);
    Map<String, WebPage> pages = new HashMap<>(others);
    pages.put(PATH, new Scrape(registry, meters));
    http = new HttpEndpoint(address, pages);
  }

  /**
   * Takes the port there. Who connects waits until it is opened.
   *
   * @param others pages beside the meters, by path
   */
  public static PrometheusEndpoint at(
      InetSocketAddress address, KeeperStats readings, Map<String, WebPage> others)
      throws IOException {
    return new PrometheusEndpoint(address, readings, others);
  }

  /** Serves {@code /metrics} and the other pages from now on. */
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

package io.jssekeeper.metrics.endpoint;

import io.jssekeeper.core.WebPage;
import io.jssekeeper.metrics.KeeperMeters;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/** All meters in Prometheus' text format. */
final class Scrape implements WebPage {
  private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry;
  private final KeeperMeters meters;

  Scrape(PrometheusMeterRegistry registry, KeeperMeters meters) {
    this.registry = registry;
    this.meters = meters;
  }

  @Override
  public String type() {
    return FORMAT;
  }

  @Override
  public byte[] text() {
    meters.follow(); // so that a cache is there as soon as its handshakes are
    return registry.scrape(FORMAT).getBytes(StandardCharsets.UTF_8);
  }
}

package io.jssekeeper.metrics.endpoint;

import com.sun.net.httpserver.HttpServer;
import io.jssekeeper.metrics.MeterSet;
import io.jssekeeper.metrics.Readings;
import io.jssekeeper.metrics.meters.Meters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A registry of our own that Prometheus can scrape over HTTP. Thread-safe.
 *
 * <p>Its threads are daemons if the one that opens it is.
 */
public final class PrometheusEndpoint {
  /** More than one, so that a client that sends its request slowly holds up nobody. */
  private static final int THREADS = 2;

  private static final int BACKLOG = 8;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, new Daemons());
  private final HttpServer server;
  private final MeterSet meters;

  private PrometheusEndpoint(InetSocketAddress address, Readings readings) throws IOException {
    meters = new Meters(registry, readings);
    server = HttpServer.create(address, BACKLOG);
  }

  /** Takes the port there. Who connects waits until it is opened. */
  public static PrometheusEndpoint at(InetSocketAddress address, Readings readings)
      throws IOException {
    return new PrometheusEndpoint(address, readings);
  }

  /** Serves {@code /metrics} from now on, and nothing else. */
  public void open() {
    server.createContext("/", new Scrape(registry, meters));
    server.setExecutor(threads);
    server.start();
  }

  /** What it serves. */
  public MeterSet meters() {
    return meters;
  }

  /** Breaks off what is under way, and frees the port. */
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    registry.close();
  }
}

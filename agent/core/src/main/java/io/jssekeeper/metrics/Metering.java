package io.jssekeeper.metrics;

import io.jssekeeper.config.value.Endpoint;
import io.jssekeeper.core.WebPage;
import io.jssekeeper.metrics.endpoint.PrometheusEndpoint;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import io.jssekeeper.threads.KeeperThread;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * The keeper's meters: in its own endpoint if enabled, and in each Micrometer that the application
 * uses. Thread-safe.
 *
 * <p>All work is done on its own thread, which is started only once there is some.
 */
public final class Metering implements Sink, Runnable {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long STOP_MILLIS = 5_000;

  private final KeeperStats stats;
  private final MetricsHost host;
  private final Registries registries;
  private final RecordFeed feed;
  private final Micrometers micrometers = new Micrometers(new Wake());
  private final Thread thread;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean running = true;
  private volatile Map<String, WebPage> pages = Collections.emptyMap();
  private volatile Endpoint asked;
  private PrometheusEndpoint endpoint;

  public Metering(KeeperStats stats, MetricsHost host) {
    this.stats = stats;
    this.host = host;
    this.registries = new Registries(host);
    BiConsumer<String, Throwable> failures = new HostFailures(host);
    this.feed = new RecordFeed(registries, failures);
    thread = KeeperThread.daemon("jsse-keeper-metrics", this, failures);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
  }

  /**
   * Serves our own endpoint there, or says why not. Counts all handshakes from now on.
   *
   * @param others pages beside the meters, by path
   */
  public void serve(Endpoint at, Map<String, WebPage> others) {
    pages = others;
    asked = at;
    feed.collect();
    wake();
  }

  /** Adds meters to the application's Micrometers from now on. */
  public void followMicrometers(Instrumentation instrumentation) {
    micrometers.startWatching(instrumentation);
  }

  /** How many handshakes the meters do not know of, since there were too many at once. */
  public long recordsDropped() {
    return feed.dropped();
  }

  @Override
  public void accept(HandshakeRecord record) {
    feed.accept(record);
  }

  private void wake() {
    if (started.compareAndSet(false, true)) {
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  @Override
  public void run() {
    if (asked != null && running) {
      open();
    }
    while (running) {
      tend();
      pause();
    }
  }

  private void open() {
    try {
      endpoint = PrometheusEndpoint.at(asked.address(), stats, pages);
      registries.add(endpoint::meters);
      registries.follow();
      host.loadEndpoint();
      endpoint.open(); // with all meters: a first scrape without them would be a gap
      feed.flow();
    } catch (Throwable t) {
      host.printNotice("no metrics endpoint at " + asked + ": " + t);
      stopFeed();
    }
  }

  private void tend() {
    try {
      micrometers.bind(stats, host, registries);
      if (!registries.isEmpty()) {
        feed.flow();
      }
      registries.follow();
    } catch (Throwable t) {
      host.swallow("metrics", t);
    }
  }

  private void pause() {
    if (registries.isEmpty() && !micrometers.isWaiting()) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /** Removes all meters, and closes the endpoint. */
  @Override
  public void close() {
    running = false;
    micrometers.stopWatching();
    stopThread();
    stopFeed();
    registries.close();
    micrometers.release();
    if (endpoint != null) {
      endpoint.close();
    }
  }

  private void stopThread() {
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopFeed() {
    try {
      feed.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class HostFailures implements BiConsumer<String, Throwable> {
    private final MetricsHost host;

    HostFailures(MetricsHost host) {
      this.host = host;
    }

    @Override
    public void accept(String where, Throwable thrown) {
      host.swallow(where, thrown);
    }
  }

  /** Not a lambda: this is made while the host starts. */
  private final class Wake implements Runnable {
    @Override
    public void run() {
      wake();
    }
  }
}

package io.jssekeeper.demo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Visits a number of sites once each, a few in parallel, and counts the handshakes. */
final class SiteTour {
  private static final int THREADS = 4;

  private final PageClient client;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, Daemons::thread);

  SiteTour(PageClient client) {
    this.client = client;
  }

  /** Visits {@code PREFIX-0.example} and so on; one failed visit fails the tour. */
  HandshakeCounts visit(String prefix, int count, String protocol)
      throws InterruptedException, ExecutionException {
    List<Future<Boolean>> visits = new ArrayList<>();
    IntStream.range(0, count)
        .mapToObj(n -> prefix + "-" + n + ".example")
        .forEach(site -> visits.add(workers.submit(() -> client.visit(site, protocol))));
    int resumed = 0;
    for (Future<Boolean> visit : visits) {
      resumed += visit.get() ? 1 : 0;
    }
    return new HandshakeCounts(count - resumed, resumed);
  }
}

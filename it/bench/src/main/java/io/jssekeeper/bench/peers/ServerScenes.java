package io.jssekeeper.bench.peers;

import java.io.IOException;

/** What happens to one server, and how many of its clients are resumed afterwards. */
final class ServerScenes {
  /** Less than 1 for a quick look. */
  private static final double SCALE = Double.parseDouble(System.getProperty("bench.scale", "1"));

  static final int CLIENTS = (int) (300 * SCALE);
  static final int OTHERS = (int) (1_000 * SCALE);
  private static final int WARM_UP = (int) (500 * SCALE);

  private final Alternative.Paths paths;
  private final Alternative alternative;
  private final Visits visits;
  private final int port;

  ServerScenes(Alternative.Paths paths, Alternative alternative, Visits visits, int port) {
    this.paths = paths;
    this.alternative = alternative;
    this.visits = visits;
    this.port = port;
  }

  Figures play() throws IOException, InterruptedException {
    Figures figures = new Figures();
    try (MeasuredServer server = alternative.start(paths, port)) {
      visits.first("warm", WARM_UP);
      visits.again("warm", WARM_UP);
      visits.first("client", CLIENTS);
      reconnect(server, figures);
      figures.beside = visits.isSingleUse() ? visits.beside("client", CLIENTS) : Double.NaN;
      others(server, figures);
      figures.afterOthers = visits.again("client", CLIENTS);
      server.fill();
      figures.afterCollection = visits.again("client", CLIENTS);
    }
    MeasuredServer restarted = alternative.start(paths, port);
    try (restarted) {
      figures.afterRestart = visits.again("client", CLIENTS);
    }
    return figures;
  }

  private void reconnect(MeasuredServer server, Figures figures) throws IOException {
    long before = server.cpuNanos();
    figures.atOnce = visits.again("client", CLIENTS);
    figures.onceMore = visits.again("client", CLIENTS);
    if (figures.atOnce == 100 && figures.onceMore == 100) {
      figures.resumedMicros = micros(server.cpuNanos() - before, 2 * CLIENTS);
    }
  }

  private void others(MeasuredServer server, Figures figures) throws IOException {
    long live = server.liveHeapBytes();
    long before = server.cpuNanos();
    visits.first("other", OTHERS);
    figures.fullMicros = micros(server.cpuNanos() - before, OTHERS);
    figures.heapBytes = (double) (server.liveHeapBytes() - live) / OTHERS;
  }

  private static double micros(long nanos, int count) {
    return nanos / 1e3 / count;
  }
}

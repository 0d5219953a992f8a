package io.jssekeeper.bench.soak;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** One thread's share of the handshakes, at a pace. What cannot be done in time is left out. */
final class Load implements Callable<HandshakeTimes> {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PEERS = 64;
  private static final int PASSING = 1_000;
  private static final long MOST_BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final String[] RSA_ONLY = {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"};

  private final Sites sites;
  private final long paceNanos;
  private final long seed;
  private final long endNanos;
  private final SplittableRandom random;
  private final EnginePair pair = new EnginePair();
  private final HandshakeTimes times = new HandshakeTimes();
  private int number;

  /**
   * @param seed different for each thread and turn
   * @param endNanos by {@code System.nanoTime()}
   */
  Load(Sites sites, long paceNanos, long seed, long endNanos) {
    this.sites = sites;
    this.paceNanos = paceNanos;
    this.seed = seed;
    this.endNanos = endNanos;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public HandshakeTimes call() throws Exception {
    long due = System.nanoTime();
    for (long now = due; now - endNanos < 0; now = System.nanoTime()) {
      long early = TimeUnit.NANOSECONDS.toMillis(due - now);
      if (early > 0) {
        Thread.sleep(early);
      }
      due = Math.max(due + paceNanos, now - MOST_BEHIND_NANOS);
      measureOne();
    }
    return times;
  }

  private void measureOne() throws Exception {
    Kind kind = Kind.at(random.nextInt(100));
    connect(kind);
    long began = System.currentTimeMillis();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    boolean done = !kind.isCut() && pair.shakeHands();
    if (kind.isCut()) {
      pair.cut();
    }
    long took = System.nanoTime() - clock;
    times.add(outcome(kind, done, began), THREADS.getCurrentThreadCpuTime() - cpu, took);
    if (done && (number & 1) == 0) {
      pair.close();
    }
  }

  private String outcome(Kind kind, boolean done, long began) {
    if (!done) {
      return "failed";
    }
    return (pair.created() < began ? "resumed " : "full ") + kind.protocol;
  }

  private void connect(Kind kind) throws Exception {
    number++;
    SSLContext site =
        number % PASSING == 0 ? sites.passing() : sites.get(random.nextInt(sites.count()));
    String peer =
        kind.isResumed()
            ? kind.protocol + "-" + random.nextInt(PEERS)
            : "peer-" + Long.toHexString(seed) + "-" + number;
    SSLContext from = kind.isUntrusted() ? sites.stranger() : site;
    SSLEngine client = from.createSSLEngine(peer, 443);
    client.setUseClientMode(true);
    client.setEnabledProtocols(new String[] {kind.protocol});
    if (kind == Kind.NO_COMMON_CIPHER) {
      client.setEnabledCipherSuites(RSA_ONLY);
    }
    SSLEngine server = site.createSSLEngine();
    server.setUseClientMode(false);
    pair.connect(client, server);
  }
}

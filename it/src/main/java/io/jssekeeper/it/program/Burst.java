package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Visits {@code count} peers, {@code site-0.example} and so on, with a few threads in parallel.
 *
 * <p>{@code peers=N} limits the number of peers, which are visited in turn; {@code threads=1} makes
 * one visit at a time; {@code breakeach=N} breaks every Nth connection before it has sent anything;
 * {@code mixed=yes} alternates between sockets and engines and between TLS 1.2 and 1.3, and makes
 * every eighth visit fail, with another host's certificate. All visits from the answer's {@code
 * since} on were resumed.
 */
final class Burst {
  private static final int THREADS = 2;
  private static final Arguments BROKEN = Arguments.of("breaks=shutdown");

  private final Connections connections;
  private final Arguments wanted;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger full = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger since = new AtomicInteger();
  private final AtomicLong slowestNanos = new AtomicLong();
  private final AtomicReference<String> firstFailure = new AtomicReference<>("none");

  Burst(Connections connections, Arguments wanted) {
    this.connections = connections;
    this.wanted = wanted;
  }

  String answer() throws InterruptedException {
    Thread[] threads = new Thread[wanted.number("threads", THREADS)];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(this::visitNext, "burst");
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return "burst full="
        + full
        + " resumed="
        + resumed
        + " failed="
        + failed
        + " firstfailure="
        + firstFailure
        + " since="
        + since
        + " slowestmillis="
        + TimeUnit.NANOSECONDS.toMillis(slowestNanos.get());
  }

  private void visitNext() {
    int count = wanted.number("count");
    int peers = wanted.number("peers", count);
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      Arguments peer = Arguments.of("host=site-" + i % peers + ".example");
      Arguments kind = wanted.has("mixed") ? mixed(i / peers) : Arguments.of();
      visit(i, kind.orElse(peer).orElse(wanted));
    }
  }

  private static Arguments mixed(int round) {
    String kind = "kind=" + (round % 2 == 0 ? "socket" : "engine");
    String protocols = "protocols=" + (round / 2 % 2 == 0 ? "TLSv1.3" : "TLSv1.2");
    return round % 8 == 7
        ? Arguments.of(kind, protocols, "identify=HTTPS", "host=elsewhere.test")
        : Arguments.of(kind, protocols);
  }

  private void visit(int number, Arguments peer) {
    int breakEach = wanted.number("breakeach", Integer.MAX_VALUE);
    boolean breaks = number % breakEach == breakEach - 1;
    try {
      visit(number, new Visit(connections, breaks ? BROKEN.orElse(peer) : peer));
    } catch (IOException broken) {
      failed.incrementAndGet();
      firstFailure.compareAndSet("none", Console.word(broken.toString()));
    }
  }

  private void visit(int number, Visit visit) throws IOException {
    long began = System.nanoTime();
    boolean isResumed = visit.resumed();
    slowestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
    if (isResumed) {
      resumed.incrementAndGet();
    } else {
      full.incrementAndGet();
      since.accumulateAndGet(number + 1, Math::max);
    }
  }
}

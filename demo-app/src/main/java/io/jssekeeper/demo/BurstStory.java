package io.jssekeeper.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A burst of connections that never come back, then silence. */
final class BurstStory implements Story {
  private static final String MAX_HEAP = "-Xmx256m";
  private static final String PROTOCOL = "TLSv1.2";

  /** Fills what stays and is bounded: the keeper's history holds the last 1,000 records. */
  private static final int WARM_UP = 1_000;

  private static final int CONNECTIONS = 1_500;
  private static final int TIMEOUT_SECONDS = 2;
  private static final Duration QUIET = Duration.ofSeconds(TIMEOUT_SECONDS + 2);

  /** What one expired session may cost: far less than while it is cached. */
  private static final long PROMISED_BYTES = CONNECTIONS * 200L;

  private static final long PROMISED_SESSIONS = CONNECTIONS / 100;

  @Override
  public String title() {
    return String.format(
        "A burst of %,d connections, then %d s of quiet (session timeout %d s)",
        CONNECTIONS, QUIET.toSeconds(), TIMEOUT_SECONDS);
  }

  @Override
  public List<Measure> play(Launcher launcher, Progress progress) {
    try (Peers peers = launcher.start(MAX_HEAP, Integer.toString(TIMEOUT_SECONDS))) {
      peers.visit("warm-up", WARM_UP, PROTOCOL);
      beQuiet();
      HeapHistogram before = HeapHistogram.of(peers.server(), launcher.jdk());
      progress.say("burst: " + peers.visit("burst", CONNECTIONS, PROTOCOL));
      beQuiet();
      HeapHistogram server = HeapHistogram.of(peers.server(), launcher.jdk());
      HeapHistogram client = HeapHistogram.of(peers.client(), launcher.jdk());
      progress.say("quiet: " + server.sessions() + " sessions held by the server");
      List<Measure> measures = new ArrayList<>();
      measures.add(
          Measure.atMost(PROMISED_SESSIONS, "sessions held by the server", server.sessions()));
      measures.add(
          Measure.atMost(
              PROMISED_BYTES,
              "bytes held by the server since the burst",
              server.bytes() - before.bytes()));
      measures.add(
          Measure.atMost(PROMISED_SESSIONS, "sessions held by the client", client.sessions()));
      measures.addAll(peers.finish());
      return measures;
    }
  }

  /** This is the story itself: nothing is awaited, and nothing should happen. */
  private static void beQuiet() {
    try {
      Thread.sleep(QUIET.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted");
    }
  }
}

package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Histogram;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Many rapid logins over IMAP with TLS leave no more behind than over plain IMAP (Q316683).
 *
 * <p>GreenMail on a TLS port, whose server keeps the sessions because stateless tickets are off;
 * the clients never resume. GreenMail has no setting for the session timeout: the agent's option
 * sets it, and without the agent nothing does.
 */
@OnEachJdk
final class ImapIT {
  private static final int LOGINS = Settings.full() ? 5000 : 300;

  /**
   * Before the first measurement, so that one-time allocations are made: string literals of JDK
   * code that is compiled over time (some 40 kB within the first thousands of logins), tables at
   * full size.
   */
  private static final int FIRST_LOGINS = LOGINS;

  private static final int TIMEOUT_SECONDS = 2;
  private static final Duration QUIET = Duration.ofSeconds(TIMEOUT_SECONDS + 2);

  /** What was collected leaves the agent's own tables with the next sweep. */
  private static final Duration SWEEP = Duration.ofSeconds(2);

  /** The JDK's own soft references, to reflection data, would be cleared at some point. */
  private static final String SOFT_FOR_LONG = "-XX:SoftRefLRUPolicyMSPerMB=1000000";

  /** The history of records is bounded, but not full yet: it would grow with every handshake. */
  private static final Agent AGENT =
      Agent.with("server.timeout=" + TIMEOUT_SECONDS + "s", "history=1");

  @Parameter Stage stage;

  /** The mail server's library needs JDK 17. */
  private void requireMailServer() {
    boolean runs = stage.jdk().feature() >= 17;
    if (!runs) {
      System.out.println("skipped: the mail server does not run on " + stage.jdk());
    }
    Assumptions.assumeTrue(runs);
  }

  @Test
  void heapOfTlsSessions_afterQuiet_equalsThatOfPlainImapWithTheAgentOnly() {
    requireMailServer();
    List<Heap> heaps =
        heaps(List.of(start(false, Agent.none()), start(true, Agent.none()), start(true, AGENT)));
    Heap plain = heaps.get(0);
    Heap without = heaps.get(1);
    Heap with = heaps.get(2);

    double percentWithout = without.percentBeyond(plain);
    double percentWith = with.percentBeyond(plain);
    System.out.printf(
        "%s, IMAP, %d logins, then quiet: the heap grows by %d bytes of %d without TLS; with TLS by"
            + " %d without the agent (%+.2f %% of the whole) and by %d with it (%+.2f %%)%n",
        stage.jdk(),
        LOGINS,
        plain.growth(),
        plain.after.bytes(),
        without.growth(),
        percentWithout,
        with.growth(),
        percentWith);
    assertThat(percentWith).as("with the agent, by class: %s", with.most()).isBetween(-1.0, 1.0);
    assertThat(percentWithout).isGreaterThan(1.0);
  }

  private Run start(boolean tls, Agent agent) {
    ForkedJvm server =
        stage.start(
            stage.imapServer(tls).flags(JvmFlags.NO_STATELESS_TICKETS, SOFT_FOR_LONG).agent(agent));
    ForkedJvm client = stage.start(stage.imapClient(tls).with("port", server.port()));
    return new Run(server, client);
  }

  /** The three in parallel, since most of the time is spent waiting. */
  private static List<Heap> heaps(List<Run> runs) {
    List<Histogram> before = histogramsAfter(FIRST_LOGINS, runs);
    List<Histogram> after = histogramsAfter(LOGINS, runs);
    return IntStream.range(0, runs.size())
        .mapToObj(i -> new Heap(before.get(i), after.get(i)))
        .toList();
  }

  private static List<Histogram> histogramsAfter(int logins, List<Run> runs) {
    runs.forEach(run -> run.client.ask("login count=" + logins));
    await(QUIET);
    runs.forEach(run -> run.server.ask("collect"));
    await(SWEEP);
    return runs.stream().map(run -> run.server.settledHistogram()).toList();
  }

  private static void await(Duration time) {
    long began = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - began > time.toNanos());
  }

  private record Run(ForkedJvm server, ForkedJvm client) {}

  /**
   * What is live once it is quiet after logins.
   *
   * @param before after the first logins, when every class is loaded
   */
  private record Heap(Histogram before, Histogram after) {
    long growth() {
      return after.bytes() - before.bytes();
    }

    double percentBeyond(Heap other) {
      return 100.0 * (growth() - other.growth()) / other.after.bytes();
    }

    /** The classes that have grown most, for analysing a failure. */
    String most() {
      return after.growthSince(before).entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(12)
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }
  }
}

package io.jssekeeper.core;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.ClockWatch;
import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.contexts.SoftReferenceCanaries;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.diagnosis.ContextChurn;
import io.jssekeeper.model.Protection;
import io.jssekeeper.record.CertificateDays;
import io.jssekeeper.record.CompositeSink;
import io.jssekeeper.record.Details;
import io.jssekeeper.record.FailureTotals;
import io.jssekeeper.record.FullOrFailedSink;
import io.jssekeeper.record.HandshakeTotals;
import io.jssekeeper.record.History;
import io.jssekeeper.record.ReasonTotals;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.record.Savings;
import io.jssekeeper.record.Sink;
import io.jssekeeper.record.ThreadCpuTimer;
import io.jssekeeper.ticketkeys.KeyNotices;
import io.jssekeeper.ticketkeys.TicketKeys;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One keeper without weaves and outputs: the sessions of all contexts, the rules for them, and the
 * record of handshakes. Thread-safe.
 */
public final class Core {
  private volatile Options options;
  private final SuppressedErrors suppressedErrors = new SuppressedErrors();
  private final ContextChurn churn = new ContextChurn(new ChurnNotice());
  private final Protections protections;
  private final SteadyClock clock = new SteadyClock();
  private final MemoryBudget budget;
  private final ContextRegistry contexts;
  private final Sweeper sweeper;
  private final HandshakeTotals totals = new HandshakeTotals();
  private final ReasonTotals reasonTotals = new ReasonTotals();
  private final Details details = new Details();
  private final FailureTotals failures = new FailureTotals();
  private final CertificateDays certificates = new CertificateDays();
  private final Savings savings = new Savings(totals);
  private final ThreadCpuTimer cpu = new ThreadCpuTimer();
  private final History history;
  private final CompositeSink sinks;
  private final Recorder recorder;
  private final TicketKeys ticketKeys = new TicketKeys(new WallClock(), new KeyNotice());
  private final CountDownLatch tlsUsed = new CountDownLatch(1);

  public Core(Options options) {
    this.options = options;
    protections = new Protections(options.keep());
    budget = new MemoryBudget(budgetBytes(options));
    contexts = new ContextRegistry(budget, options.clientTickets(), clock);
    history = new History(options.history());
    sinks = new CompositeSink(Arrays.asList(totals, history, notResumed()), suppressedErrors);
    recorder = new Recorder(sinks, cpu);
    sweeper =
        new Sweeper(
            contexts,
            options.sweep(),
            suppressedErrors,
            new ClockWatch(clock, contexts, protections),
            new SoftReferenceCanaries(contexts, protections),
            new RecordDropped());
    contexts.watch(new WakeSweeper());
  }

  private Sink notResumed() {
    return new FullOrFailedSink(
        new CompositeSink(
            Arrays.asList(reasonTotals, details, failures, certificates), suppressedErrors));
  }

  /** Also passes records to that one from now on. */
  public void recordTo(Sink sink) {
    sinks.add(sink);
  }

  /** Follows these options from now on; does not change what is woven or adopted. */
  public synchronized void follow(Options next) {
    options = next;
    protections.protectFrom(next.keep());
    budget.limitTo(budgetBytes(next));
    contexts.keepTickets(next.clientTickets());
    sweeper.sweepEach(next.sweep());
  }

  private static long budgetBytes(Options options) {
    boolean strong = options.keep().contains(Protection.GC);
    return strong ? options.memory().bytesOf(Runtime.getRuntime().maxMemory()) : 0;
  }

  public void start() {
    sweeper.start();
  }

  public void stop() {
    sweeper.stop();
  }

  public Options options() {
    return options;
  }

  public SuppressedErrors suppressedErrors() {
    return suppressedErrors;
  }

  public Protections protections() {
    return protections;
  }

  public SteadyClock clock() {
    return clock;
  }

  public ContextChurn churn() {
    return churn;
  }

  public MemoryBudget budget() {
    return budget;
  }

  public ContextRegistry contexts() {
    return contexts;
  }

  public Sweeper sweeper() {
    return sweeper;
  }

  public HandshakeTotals totals() {
    return totals;
  }

  public Savings savings() {
    return savings;
  }

  public ThreadCpuTimer cpu() {
    return cpu;
  }

  public ReasonTotals reasonTotals() {
    return reasonTotals;
  }

  public Details details() {
    return details;
  }

  public FailureTotals failures() {
    return failures;
  }

  public CertificateDays certificates() {
    return certificates;
  }

  public History history() {
    return history;
  }

  public Recorder recorder() {
    return recorder;
  }

  /** The shared keys of stateless tickets. */
  public TicketKeys ticketKeys() {
    return ticketKeys;
  }

  /** Opens once the application has created or used a TLS context. */
  public CountDownLatch tlsUsed() {
    return tlsUsed;
  }

  /** Records handshakes whose connections were dropped, with each sweep. */
  private final class RecordDropped implements Runnable {
    @Override
    public void run() {
      recorder.recordDropped();
    }
  }

  private final class WakeSweeper implements ContextRegistry.Watcher {
    @Override
    public void opened(OpenContext store) {
      sweeper.wake();
    }

    @Override
    public void gone(OpenContext store) {}
  }

  /** The clock by which nodes agree on periods. */
  private static final class WallClock implements LongSupplier {
    @Override
    public long getAsLong() {
      return System.currentTimeMillis();
    }
  }

  private static final class KeyNotice implements KeyNotices {
    @Override
    public void say(String sentence) {
      Notices.print(sentence);
    }
  }

  private static final class ChurnNotice implements Consumer<String> {
    @Override
    public void accept(String place) {
      Notices.print(
          "more than 10 TLS contexts were created within a minute at "
              + (place.isEmpty() ? "an unknown place" : place)
              + "; sessions belong to their context, so these resume nothing:"
              + " create one SSLContext there and reuse it");
    }
  }
}

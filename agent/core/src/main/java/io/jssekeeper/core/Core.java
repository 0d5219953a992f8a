package io.jssekeeper.core;

import io.jssekeeper.clock.WallClock;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.Canaries;
import io.jssekeeper.contexts.ClockWatch;
import io.jssekeeper.contexts.Guard;
import io.jssekeeper.contexts.KeptStore;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.Stores;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.diagnosis.Churn;
import io.jssekeeper.model.Protection;
import io.jssekeeper.record.Costs;
import io.jssekeeper.record.Details;
import io.jssekeeper.record.History;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.record.Savings;
import io.jssekeeper.record.Sink;
import io.jssekeeper.record.Sinks;
import io.jssekeeper.record.ThreadCpu;
import io.jssekeeper.record.Totals;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * One keeper without weaves and outputs: the sessions of all contexts, the rules for them, and the
 * record of handshakes. Thread-safe.
 */
public final class Core {
  private volatile Options options;
  private final Swallowed swallowed = new Swallowed();
  private final Churn churn = new Churn(new ChurnNotice());
  private final Guard guard;
  private final WallClock clock = new WallClock();
  private final MemoryBudget budget;
  private final Stores stores;
  private final Sweeper sweeper;
  private final Totals totals = new Totals();
  private final Costs costs = new Costs();
  private final Details details = new Details();
  private final Savings savings = new Savings(totals);
  private final ThreadCpu cpu = new ThreadCpu();
  private final History history;
  private final Sinks sinks;
  private final Recorder recorder;
  private final CountDownLatch tlsUsed = new CountDownLatch(1);

  public Core(Options options) {
    this.options = options;
    guard = new Guard(options.keep());
    budget = new MemoryBudget(budgetBytes(options));
    stores = new Stores(budget, options.clientTickets(), clock);
    history = new History(options.history());
    sinks = new Sinks(Arrays.asList(totals, costs, details, history), swallowed);
    recorder = new Recorder(sinks, cpu);
    sweeper =
        new Sweeper(
            stores,
            options.sweep(),
            swallowed,
            new ClockWatch(clock, stores, guard),
            new Canaries(stores, guard),
            new RecordDropped());
    stores.watch(new WakeSweeper());
  }

  /** Hands records to that one too, from now on. */
  public void recordTo(Sink sink) {
    sinks.add(sink);
  }

  /** Does from now on what these options say; what is woven or adopted is not changed by it. */
  public synchronized void follow(Options next) {
    options = next;
    guard.protectFrom(next.keep());
    budget.limitTo(budgetBytes(next));
    stores.keepTickets(next.clientTickets());
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

  public Swallowed swallowed() {
    return swallowed;
  }

  public Guard guard() {
    return guard;
  }

  public WallClock clock() {
    return clock;
  }

  public Churn churn() {
    return churn;
  }

  public MemoryBudget budget() {
    return budget;
  }

  public Stores stores() {
    return stores;
  }

  public Sweeper sweeper() {
    return sweeper;
  }

  public Totals totals() {
    return totals;
  }

  public Savings savings() {
    return savings;
  }

  public ThreadCpu cpu() {
    return cpu;
  }

  public Costs costs() {
    return costs;
  }

  public Details details() {
    return details;
  }

  public History history() {
    return history;
  }

  public Recorder recorder() {
    return recorder;
  }

  /** Open once the application has made or used a TLS context. */
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

  private final class WakeSweeper implements Stores.Watcher {
    @Override
    public void opened(KeptStore store) {
      sweeper.wake();
    }

    @Override
    public void gone(KeptStore store) {}
  }

  private static final class ChurnNotice implements Consumer<String> {
    @Override
    public void accept(String place) {
      Notices.say(
          "more than 10 TLS contexts were made within a minute at "
              + (place.isEmpty() ? "a place that is not known" : place)
              + "; sessions live in their context, so nothing is resumed through these:"
              + " make one SSLContext there, and use it again");
    }
  }
}

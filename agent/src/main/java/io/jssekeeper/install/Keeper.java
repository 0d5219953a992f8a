package io.jssekeeper.install;

import io.jssekeeper.config.MetricsTarget;
import io.jssekeeper.config.Options;
import io.jssekeeper.config.Protection;
import io.jssekeeper.keep.Canaries;
import io.jssekeeper.keep.Churn;
import io.jssekeeper.keep.ClockWatch;
import io.jssekeeper.keep.Guard;
import io.jssekeeper.keep.MemoryBudget;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.keep.Sweeper;
import io.jssekeeper.keep.WallClock;
import io.jssekeeper.metrics.Metering;
import io.jssekeeper.record.Costs;
import io.jssekeeper.record.Details;
import io.jssekeeper.record.Dispatcher;
import io.jssekeeper.record.History;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.record.Savings;
import io.jssekeeper.record.Sink;
import io.jssekeeper.record.Sinks;
import io.jssekeeper.record.ThreadCpu;
import io.jssekeeper.record.Totals;
import io.jssekeeper.sink.JfrSink;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Everything of one installed keeper but the weaves, put together. */
final class Keeper {
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
  private final LogTrouble logTrouble = new LogTrouble();
  private final Logs logs;
  private final LogSwitch log;
  private final Dispatcher dispatcher;
  private final Recorder recorder;
  private final LastRecords lastRecords;
  private final Sink jfr;
  private final RemovalEvents removals;
  private final CountDownLatch tlsUsed = new CountDownLatch(1);
  private final Metering metering;

  Keeper(Options options, Instrumentation instrumentation) {
    this.options = options;
    guard = new Guard(Purges.of(options.keep()));
    budget = new MemoryBudget(budgetBytes(options));
    stores = new Stores(budget, options.clientTickets(), clock);
    removals = records(options) ? new RemovalEvents() : null;
    if (removals != null) {
      stores.tellOfRemovals(removals);
    }
    history = new History(options.history());
    logs = new Logs(instrumentation, logTrouble);
    log = new LogSwitch(logs.open(options));
    dispatcher = new Dispatcher(new Sinks(Arrays.asList(log), swallowed));
    lastRecords = new LastRecords(dispatcher);
    metering =
        new Metering(new KeeperReadings(stores, guard, swallowed), new MeteringHost(swallowed));
    jfr = records(options) ? new JfrSink() : Sink.NONE;
    recorder =
        new Recorder(
            new Sinks(
                Arrays.asList(
                    totals, costs, details, history, jfr, metering, new LogGate(log, dispatcher)),
                swallowed),
            cpu);
    sweeper = new Sweeper(stores, options.sweep(), swallowed, eachSweep());
  }

  private Runnable[] eachSweep() {
    Runnable clockWatch = new ClockWatch(clock, stores, guard);
    Runnable canaries = new Canaries(stores, guard);
    Runnable dropped = new RecordDropped(recorder);
    return removals == null
        ? new Runnable[] {clockWatch, canaries, dropped}
        : new Runnable[] {clockWatch, canaries, dropped, removals};
  }

  /** Does from now on what these options say; what is woven or adopted is not its affair. */
  synchronized void follow(Options next) {
    Options before = options;
    options = next;
    guard.protectFrom(Purges.of(next.keep()));
    budget.limitTo(budgetBytes(next));
    stores.keepTickets(next.clientTickets());
    sweeper.sweepEach(next.sweep());
    if (!Logs.areSame(before, next)) {
      log.replace(logs.open(next));
      dispatcher.wake();
    }
  }

  private static long budgetBytes(Options options) {
    boolean strong = options.keep().contains(Protection.GC);
    return strong ? options.memory().bytesOf(Runtime.getRuntime().maxMemory()) : 0;
  }

  /** A JVM may lack the module. */
  private static boolean records(Options options) {
    return options.jfr() && ModuleLayer.boot().findModule("jdk.jfr").isPresent();
  }

  void start() {
    sweeper.start();
    dispatcher.start();
    Runtime.getRuntime().addShutdownHook(lastRecords);
  }

  /** Hands on the records that still wait, and ends all threads. Takes some seconds at most. */
  void stop() {
    sweeper.stop();
    metering.close();
    lastRecords.run();
    jfr.close();
    if (removals != null) {
      removals.close();
    }
    removeShutdownHook();
  }

  private void removeShutdownHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastRecords);
    } catch (IllegalStateException e) {
      // The JVM is going down, and the hook is running.
    }
  }

  /**
   * Begins with what metrics are asked for.
   *
   * @param attached whether the application has been running for a while
   */
  void meter(Instrumentation instrumentation, boolean attached) {
    if (options.metricsHttp().isPresent()) {
      metering.serve(options.metricsHttp().get(), attached);
    }
    if (options.metrics() == MetricsTarget.AUTO) {
      metering.followMicrometers(instrumentation);
    }
  }

  Options options() {
    return options;
  }

  Swallowed swallowed() {
    return swallowed;
  }

  Guard guard() {
    return guard;
  }

  WallClock clock() {
    return clock;
  }

  Churn churn() {
    return churn;
  }

  MemoryBudget budget() {
    return budget;
  }

  Stores stores() {
    return stores;
  }

  Sweeper sweeper() {
    return sweeper;
  }

  Totals totals() {
    return totals;
  }

  Savings savings() {
    return savings;
  }

  ThreadCpu cpu() {
    return cpu;
  }

  Costs costs() {
    return costs;
  }

  Details details() {
    return details;
  }

  History history() {
    return history;
  }

  Recorder recorder() {
    return recorder;
  }

  /** Where records are logged to now. */
  String logDestination() {
    return log.toString();
  }

  /** Open once the application has made or used a TLS context. */
  CountDownLatch tlsUsed() {
    return tlsUsed;
  }

  long recordsDropped() {
    return dispatcher.dropped() + logTrouble.lost() + metering.recordsDropped();
  }
}

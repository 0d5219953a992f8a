package io.jssekeeper.log;

import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.record.CompositeSink;
import io.jssekeeper.record.Dispatcher;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import io.jssekeeper.threads.KeeperThread;
import java.util.Arrays;

/** The log of handshakes, written by its own thread, so that no handshake waits. */
public final class LogOutput implements Output, Sink {
  private final LogErrors errors = new LogErrors();
  private final Logs logs;
  private final SwitchableLog log;
  private final Dispatcher dispatcher;
  private final LastRecords lastRecords;
  private final Thread atExit;

  public LogOutput(Core core, Jvm jvm) {
    logs = new Logs(new Slf4jSearch(jvm), errors);
    log = new SwitchableLog(logs.open(core.options()));
    dispatcher =
        new Dispatcher(
            new CompositeSink(Arrays.asList(log), core.suppressedErrors()),
            "jsse-keeper-records",
            core.suppressedErrors());
    lastRecords = new LastRecords(dispatcher);
    atExit = KeeperThread.atExit("jsse-keeper-last-records", lastRecords);
  }

  @Override
  public Sink handshakes() {
    return this;
  }

  /** Called on the threads of handshakes: queues the record, if there is a log. */
  @Override
  public void accept(HandshakeRecord record) {
    if (!log.isOff()) {
      dispatcher.accept(record);
    }
  }

  @Override
  public void start(boolean attached) {
    dispatcher.start();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public void follow(Options before, Options now) {
    if (!Logs.areSame(before, now)) {
      log.replace(logs.open(now));
      dispatcher.wake();
    }
  }

  /** Where records are written to now. */
  public String destination() {
    return log.toString();
  }

  @Override
  public long recordsLost() {
    return dispatcher.dropped() + errors.lost();
  }

  /** Writes the waiting records. */
  @Override
  public void stop() {
    lastRecords.run();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is going down, and the hook is running.
    }
  }
}

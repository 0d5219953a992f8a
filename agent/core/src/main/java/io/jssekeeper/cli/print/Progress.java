package io.jssekeeper.cli.print;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A progress line that the next output overwrites. After a second it counts seconds, so that a slow
 * answer does not look like a hung command. For terminals only. Thread-safe.
 */
final class Progress implements Runnable {
  private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A line that wraps cannot be cleared. */
  private static final int MAX_LENGTH = 79;

  private static final String CLEARED = "\r\u001b[K";

  private final PrintStream err;
  private String text = "";
  private long beganNanos;
  private boolean isShown;
  private boolean isOver;

  Progress(PrintStream err) {
    this.err = err;
  }

  /** Counts from now on, until it is over. */
  void begin(String what) {
    at(what, false);
    Thread thread = new Thread(this, "progress");
    thread.setDaemon(true);
    thread.start();
  }

  /** Shows immediately what is being done. */
  void show(String what) {
    at(what, !what.isEmpty());
  }

  private synchronized void at(String what, boolean atOnce) {
    clear();
    text = what;
    beganNanos = System.nanoTime();
    if (atOnce) {
      print(what.substring(0, Math.min(what.length(), MAX_LENGTH)));
    }
  }

  /** Before other output takes its place. */
  synchronized void clear() {
    if (isShown) {
      err.print(CLEARED);
      err.flush();
      isShown = false;
    }
  }

  /** Shows nothing any more. */
  synchronized void end() {
    clear();
    isOver = true;
  }

  @Override
  public void run() {
    while (tick()) {
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  private synchronized boolean tick() {
    long seconds = (System.nanoTime() - beganNanos) / TICK_NANOS;
    if (!isOver && seconds > 0 && !text.isEmpty()) {
      String count = " (" + seconds + " s)";
      print(text.substring(0, Math.min(text.length(), MAX_LENGTH - count.length())) + count);
    }
    return !isOver;
  }

  private void print(String line) {
    err.print(CLEARED + PlainText.of(line));
    err.flush();
    isShown = true;
  }
}

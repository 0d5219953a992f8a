package io.jssekeeper.commands;

import io.jssekeeper.channel.Question;
import io.jssekeeper.channel.Verdict;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.threads.KeeperThread;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Polls for questions four times a second, and more often while they come.
 *
 * <p>A poll is one system call and allocates nothing. Between polls nothing is watched, open or
 * left in the file system, so nothing can be left behind.
 */
final class CommandThread implements Runnable {
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
  private static final long BUSY_FOR_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LEAVE_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long STOP_MILLIS = 5_000;

  private final Mailbox mailbox;
  private final KeeperQuestions keeper;
  private final SuppressedErrors errors;

  /** A literal allocates on first use, and there may be no heap where failures are reported. */
  private final String where = "commands";

  private final Thread thread;
  private volatile boolean running = true;
  private boolean failed;

  CommandThread(Mailbox mailbox, KeeperQuestions keeper, SuppressedErrors errors) {
    this.mailbox = mailbox;
    this.keeper = keeper;
    this.errors = errors;
    this.thread = KeeperThread.daemon("jsse-keeper-commands", this, errors);
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    running = false;
    LockSupport.unpark(thread);
    if (Thread.currentThread() != thread) {
      thread.join(STOP_MILLIS);
    }
  }

  @Override
  public void run() {
    long busyUntil = System.nanoTime();
    while (running) {
      boolean isBusy = mailbox.hasUnread() || busyUntil - System.nanoTime() > 0;
      LockSupport.parkNanos(this, isBusy ? BUSY_NANOS : IDLE_NANOS);
      if (running && look()) {
        busyUntil = System.nanoTime() + BUSY_FOR_NANOS;
      }
    }
    leave();
  }

  /** Whether there was a question. */
  private boolean look() {
    try {
      mailbox.clear(false);
      return mailbox.isRung() && serve();
    } catch (Throwable t) {
      fail(t);
      return false;
    }
  }

  /** Once: unanswered questions must not trip the circuit breaker. */
  private void fail(Throwable failure) {
    if (!failed) {
      failed = true;
      errors.accept(where, failure);
    }
  }

  private boolean serve() throws IOException {
    Question question = mailbox.take();
    if (question == null) {
      return false;
    }
    Verdict verdict = Verdict.DONE;
    Object value;
    try {
      value = keeper.answer(question);
    } catch (NoSuchMethodException e) {
      verdict = Verdict.UNKNOWN;
      value = question.name();
    } catch (InvocationTargetException e) {
      verdict = isRefused(e) ? Verdict.REFUSED : Verdict.FAILED;
      value = isRefused(e) ? e.getCause().getMessage() : e.getCause().toString();
    } catch (Throwable t) {
      verdict = Verdict.FAILED;
      value = t.toString();
    }
    mailbox.answer(question, verdict, value);
    return true;
  }

  private static boolean isRefused(InvocationTargetException thrown) {
    return thrown.getCause() instanceof IllegalArgumentException;
  }

  /** Once each answer is read, or a while later. */
  private void leave() {
    try {
      long began = System.nanoTime();
      while (mailbox.hasUnread() && System.nanoTime() - began < LEAVE_NANOS) {
        LockSupport.parkNanos(this, BUSY_NANOS);
        mailbox.clear(false);
        refuse();
      }
      refuse();
      mailbox.clear(true);
    } catch (Throwable t) {
      fail(t);
    }
  }

  private void refuse() throws IOException {
    Question late = mailbox.isRung() ? mailbox.take() : null;
    if (late != null) {
      mailbox.answer(late, Verdict.GONE, "");
    }
  }
}

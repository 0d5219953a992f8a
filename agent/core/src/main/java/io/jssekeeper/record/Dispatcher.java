package io.jssekeeper.record;

import io.jssekeeper.threads.KeeperThread;
import io.jssekeeper.threads.StackRoom;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Carries records from the handshakes' threads to a slow sink, on its own thread.
 *
 * <p>Bounded: if the sink cannot keep up, records are dropped and counted, and no handshake waits.
 * A handshake wakes the thread only if that has slept for a while, so a busy JVM makes no system
 * call for it.
 */
public final class Dispatcher implements Sink, Runnable {
  private static final int CAPACITY = 8192;
  private static final int TAKEN_AT_ONCE = 64;
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long RECALL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Sink sink;
  private final ArrayBlockingQueue<HandshakeRecord> waiting = new ArrayBlockingQueue<>(CAPACITY);

  /** What the thread has taken from the queue: many at once, since handshakes need its lock too. */
  private final ArrayList<HandshakeRecord> taken = new ArrayList<>(TAKEN_AT_ONCE);

  /** Only written, so that no compiler leaves out what computes it. */
  private volatile int fetched;

  private final LongAdder dropped = new LongAdder();
  private final AtomicBoolean asleep = new AtomicBoolean();
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param sink is called by the dispatcher's thread alone, must not throw, and is closed at the
   *     end
   * @param name the thread's
   * @param failures receives the error that ended the thread early
   */
  public Dispatcher(Sink sink, String name, BiConsumer<String, Throwable> failures) {
    this.sink = sink;
    this.thread = KeeperThread.daemon(name, this, failures);
  }

  public void start() {
    thread.start();
  }

  /** How many records found no room, or came too late. */
  public long dropped() {
    return dropped.sum();
  }

  /**
   * Takes a record, and never waits. A record of a handshake made by the sink itself, such as by a
   * log that uses TLS, is left out: it would lead to another one, endlessly.
   */
  @Override
  public void accept(HandshakeRecord record) {
    if (Thread.currentThread() == thread) {
      return;
    }
    StackRoom.require(); // the queue has a lock
    if (!running || !waiting.offer(record)) {
      dropped.increment();
    }
    wake();
  }

  /** Makes the thread check whether its sink is waiting for something. */
  public void wake() {
    if (asleep.get() && asleep.compareAndSet(true, false)) {
      LockSupport.unpark(thread);
    }
  }

  /** Passes on waiting records, closes the sink, and ends the thread. Waits at most that long. */
  public void stop(long millis) throws InterruptedException {
    running = false;
    LockSupport.unpark(thread);
    thread.join(millis);
  }

  @Override
  public void run() {
    while (running) {
      if (drain()) {
        LockSupport.parkNanos(this, LINGER_NANOS);
      } else if (sink.isWaiting()) {
        LockSupport.parkNanos(this, RECALL_NANOS);
        sink.flush();
      } else {
        sleep();
      }
    }
    drain();
    sink.close();
  }

  private void sleep() {
    asleep.set(true);
    if (waiting.isEmpty() && running && !sink.isWaiting()) {
      LockSupport.park(this);
    }
    asleep.set(false);
  }

  private boolean drain() {
    if (waiting.drainTo(taken, TAKEN_AT_ONCE) == 0) {
      return false;
    }
    do {
      fetch();
      for (HandshakeRecord record : taken) {
        sink.accept(record);
      }
      taken.clear();
    } while (waiting.drainTo(taken, TAKEN_AT_ONCE) > 0);
    sink.flush();
    return true;
  }

  /**
   * Reads something of each record: they were written long ago by other processors, which have used
   * their caches for other things since. These reads wait for memory all at once, and those of the
   * sink would one by one. {@code it/bench/handshake-cost} shows the difference.
   */
  private void fetch() {
    int sum = 0;
    for (int i = 0; i < taken.size(); i++) {
      sum += taken.get(i).fetched();
    }
    fetched = sum;
  }
}

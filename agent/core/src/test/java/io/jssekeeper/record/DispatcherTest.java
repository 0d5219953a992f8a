package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.threads.DeepStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DispatcherTest {
  /** More than a dispatcher has room for. */
  private static final int MANY = 20_000;

  private static final long PATIENCE_MILLIS = 10_000;

  private final Collected sink = new Collected();
  private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher = new Dispatcher(sink, "jsse-keeper-records", failures::put);

  @AfterEach
  void stop() throws InterruptedException {
    sink.gate.countDown();
    dispatcher.stop(PATIENCE_MILLIS);
  }

  @Test
  void accept_severalRecords_areHandedOnInOrder() {
    sink.gate.countDown();
    dispatcher.start();
    List<HandshakeRecord> records = Records.numbered(0, 500);
    records.forEach(dispatcher::accept);

    await().untilAsserted(() -> assertThat(sink.records).containsExactlyElementsOf(records));
    assertThat(dispatcher.dropped()).isZero();
  }

  @Test
  void accept_bySeveralThreads_handsOnEachOneOnce() throws Exception {
    sink.gate.countDown();
    dispatcher.start();
    List<HandshakeRecord> records = Records.numbered(0, 4_000);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      List<HandshakeRecord> part = records.subList(t * 1_000, (t + 1) * 1_000);
      threads.add(new Thread(() -> part.forEach(dispatcher::accept)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    await()
        .untilAsserted(() -> assertThat(sink.records).containsExactlyInAnyOrderElementsOf(records));
  }

  @Test
  void accept_whenTheSinkHangs_returnsAndCountsWhatItDrops() throws Exception {
    dispatcher.start();
    List<HandshakeRecord> records = Records.numbered(0, MANY);
    records.forEach(dispatcher::accept);

    assertThat(dispatcher.dropped()).isBetween(1L, (long) MANY);
    sink.gate.countDown();
    dispatcher.stop(PATIENCE_MILLIS);
    assertThat(sink.records.size() + dispatcher.dropped()).isEqualTo(MANY);
    assertThat(sink.records.stream().map(Records::numberOf).toList()).isSorted();
  }

  @Test
  void stop_recordsWaiting_areHandedOn() throws Exception {
    dispatcher.start();
    List<HandshakeRecord> records = Records.numbered(0, 300);
    records.forEach(dispatcher::accept);
    sink.gate.countDown();
    dispatcher.stop(PATIENCE_MILLIS);

    assertThat(sink.records).containsExactlyElementsOf(records);
    assertThat(sink.flushedAt.get()).isEqualTo(300);
  }

  @Test
  void stop_whenTheSinkHangs_doesNotWaitForEver() throws Exception {
    dispatcher.start();
    dispatcher.accept(Records.numbered(1));
    dispatcher.stop(50);

    assertThat(sink.records).isEmpty();
  }

  @Test
  void stop_recordsWaiting_closesTheSinkAfterThem() throws Exception {
    sink.gate.countDown();
    dispatcher.start();
    dispatcher.accept(Records.numbered(1));
    dispatcher.stop(PATIENCE_MILLIS);

    assertThat(sink.closedAt).hasValue(1);
  }

  @Test
  void sinkThatWaits_isFlushedAgainWithoutRecords_andThenTheThreadSleeps() {
    sink.gate.countDown();
    dispatcher.start();
    await().until(this::isAsleep);
    sink.flushesToWaitFor.set(3);
    dispatcher.wake();

    await().untilAsserted(() -> assertThat(sink.flushesToWaitFor).hasValue(0));
    await().until(this::isAsleep);
  }

  @Test
  void accept_handshakeThatTheSinkItselfMakes_isNotHandedToIt() throws Exception {
    sink.handshakes = dispatcher;
    sink.gate.countDown();
    dispatcher.start();
    dispatcher.accept(Records.numbered(1));
    dispatcher.stop(PATIENCE_MILLIS);

    assertThat(sink.records).hasSize(1);
    assertThat(dispatcher.dropped()).isZero();
  }

  @Test
  void accept_afterTheEnd_isCountedAsDropped() throws Exception {
    sink.gate.countDown();
    dispatcher.start();
    dispatcher.stop(PATIENCE_MILLIS);
    dispatcher.accept(Records.numbered(1));

    assertThat(sink.records).isEmpty();
    assertThat(dispatcher.dropped()).isEqualTo(1);
  }

  @Test
  void accept_whenTheThreadSleeps_wakesIt() throws Exception {
    sink.gate.countDown();
    dispatcher.start();
    for (int i = 0; i < 5; i++) {
      await().until(this::isAsleep);
      dispatcher.accept(Records.numbered(i));

      assertThat(sink.arrived.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    }
  }

  @Test
  void run_nothingToDo_doesNotWakeUp() {
    dispatcher.start();

    await().until(this::isAsleep);
  }

  @Test
  void run_threadInterrupted_goesOn() throws Exception {
    sink.gate.countDown();
    dispatcher.start();
    await().until(this::isAsleep);
    thread().interrupt();
    dispatcher.accept(Records.numbered(1));

    assertThat(sink.arrived.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    await().until(this::isAsleep);
  }

  /** The queue's lock would stay held, and each further handshake would wait for it. */
  @Test
  void accept_stackOverflowsAnywhere_otherThreadsGoOn() throws Exception {
    HandshakeRecord record = Records.numbered(1);
    DeepStack.use(() -> dispatcher.accept(record));

    Thread other = new Thread(() -> dispatcher.accept(record));
    other.setDaemon(true);
    other.start();
    other.join(PATIENCE_MILLIS);
    assertThat(other.isAlive()).isFalse();
  }

  @Test
  void flush_batchOfRecords_comesAfterTheLast() {
    sink.gate.countDown();
    dispatcher.start();
    Records.numbered(0, 100).forEach(dispatcher::accept);

    await().untilAsserted(() -> assertThat(sink.flushedAt).hasValue(100));
  }

  /** Parked without a time limit. */
  private boolean isAsleep() {
    return thread().getState() == Thread.State.WAITING;
  }

  private Thread thread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("jsse-keeper-records") && t.isAlive())
        .findFirst()
        .orElseThrow();
  }

  /** Takes records once its gate is open. */
  private static final class Collected implements Sink {
    final CountDownLatch gate = new CountDownLatch(1);
    final List<HandshakeRecord> records = Collections.synchronizedList(new ArrayList<>());
    final Semaphore arrived = new Semaphore(0);
    final AtomicInteger flushedAt = new AtomicInteger();
    final AtomicInteger flushesToWaitFor = new AtomicInteger();
    final AtomicInteger closedAt = new AtomicInteger(-1);
    volatile Sink handshakes = Sink.NONE;

    @Override
    public void accept(HandshakeRecord record) {
      boolean open = false;
      while (!open) {
        try {
          open = gate.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          // A test may interrupt the dispatcher's thread; the gate stays shut.
        }
      }
      handshakes.accept(record);
      records.add(record);
      arrived.release();
    }

    @Override
    public void flush() {
      flushedAt.set(records.size());
      flushesToWaitFor.updateAndGet(left -> Math.max(0, left - 1));
    }

    @Override
    public boolean isWaiting() {
      return flushesToWaitFor.get() > 0;
    }

    @Override
    public void close() {
      closedAt.set(records.size());
    }
  }
}

package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void recent_withRoomLeft_isAllOldestFirst() {
    History history = new History(5);
    List<HandshakeRecord> records = Records.numbered(0, 3);
    records.forEach(history::accept);

    assertThat(history.recent()).containsExactlyElementsOf(records);
  }

  @Test
  void recent_withMoreThanItsSize_isTheNewestOldestFirst() {
    History history = new History(5);
    List<HandshakeRecord> records = Records.numbered(0, 17);
    records.forEach(history::accept);

    assertThat(history.recent()).containsExactlyElementsOf(records.subList(12, 17));
  }

  @Test
  void recent_ofSizeNone_isEmpty() {
    History history = new History(0);
    history.accept(Records.numbered(1));

    assertThat(history.recent()).isEmpty();
  }

  @Test
  void recent_afterSeveralThreadsWrote_isWhatEachWroteLastInItsOrder() throws Exception {
    History history = new History(100);
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      List<HandshakeRecord> records = Records.numbered(w * 10_000, w * 10_000 + 5_000);
      writers.add(new Thread(() -> records.forEach(history::accept)));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(history.recent()).hasSize(100);
    for (int w = 0; w < 4; w++) {
      int of = w;
      assertThat(history.recent().stream().map(Records::numberOf).filter(n -> n / 10_000 == of))
          .isSorted();
    }
  }

  /**
   * One writer, so the correct order is known at every moment; a short ring, so it laps readers.
   */
  @Test
  void recent_whileRecordsComeIn_isOldestFirst() throws Exception {
    History history = new History(7);
    List<HandshakeRecord> records = Records.numbered(0, 60_000);
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () -> {
              awaitUninterruptibly(reading);
              records.forEach(history::accept);
              done.set(true);
            });
    writer.start();
    List<List<HandshakeRecord>> read = new ArrayList<>();
    while (!done.get()) {
      read.add(history.recent());
      reading.countDown();
    }
    writer.join();

    assertThat(read)
        .allSatisfy(seen -> assertThat(seen.stream().map(Records::numberOf)).isSorted());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

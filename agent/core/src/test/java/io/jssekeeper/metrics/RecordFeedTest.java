package io.jssekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import io.jssekeeper.record.Sink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordFeedTest {
  /** More than a dispatcher has room for. */
  private static final int MANY = 10_000;

  private final Collected collected = new Collected();
  private final RecordFeed feed = new RecordFeed(collected, (where, thrown) -> {});

  @AfterEach
  void stop() throws InterruptedException {
    feed.stop();
  }

  @Test
  void accept_withoutSubscribers_keepsNone() {
    feed.accept(Records.numbered(1));
    feed.flow();
    HandshakeRecord next = Records.numbered(2);
    feed.accept(next);

    await().untilAsserted(() -> assertThat(collected.records).containsExactly(next));
    assertThat(feed.dropped()).isZero();
  }

  @Test
  void accept_whileARegistryIsAwaited_handsOnWhatCameMeanwhile() {
    List<HandshakeRecord> records = Records.numbered(0, 100);
    feed.collect();
    records.forEach(feed::accept);
    assertThat(collected.records).isEmpty();
    feed.flow();

    await().untilAsserted(() -> assertThat(collected.records).containsExactlyElementsOf(records));
  }

  @Test
  void dropped_countsWhatFoundNoRoom_alsoAfterTheEnd() throws InterruptedException {
    feed.collect();
    Records.numbered(0, MANY).forEach(feed::accept);
    long dropped = feed.dropped();
    assertThat(dropped).isBetween(1L, (long) MANY - 1);

    feed.stop();
    feed.accept(Records.numbered(1));
    assertThat(feed.dropped()).isEqualTo(dropped);
    feed.flow();
    assertThat(feed.dropped()).isEqualTo(dropped);
  }

  private static final class Collected implements Sink {
    private final List<HandshakeRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void accept(HandshakeRecord record) {
      records.add(record);
    }
  }
}

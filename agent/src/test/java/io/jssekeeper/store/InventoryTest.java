package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private final ManualTicker ticker = new ManualTicker(-5);
  private final SessionStore<Session> store = new SessionStore<>(ticker, new UnboundedRoom(), 10);
  private final Inventory inventory = new Inventory(ticker);

  @Test
  void of_tellsAgeIdleTimeAndWhatIsLeft_andCountsAsNoUse() {
    store.setTimeout(60);
    store.put("id", new Session("a"), new Traits(0, 100, Traits.Use.MANY));
    ticker.advance(Duration.ofSeconds(20));

    inventory.of(store);
    StoredSession<Session> stored = inventory.of(store).get(0);

    assertThat(stored.ageNanos()).isEqualTo(Duration.ofSeconds(20).toNanos());
    assertThat(stored.idleNanos()).isEqualTo(Duration.ofSeconds(20).toNanos());
    assertThat(stored.leftNanos()).isEqualTo(Duration.ofSeconds(40).toNanos());
    assertThat(stored.hold()).isEqualTo(StoredSession.Hold.STRONGLY);
    assertThat(stored.bytes()).isEqualTo(100);
  }

  @Test
  void of_sessionWhoseTimeIsOver_isLeftOutBeforeTheSweep() {
    store.setTimeout(60);
    store.put("id", new Session("a"), new Traits(0, 100, Traits.Use.MANY));
    ticker.advance(Duration.ofSeconds(60));

    assertThat(inventory.of(store)).isEmpty();
  }

  @Test
  void of_storeWithoutTimeout_hasNothingThatEnds() {
    store.setTimeout(0);
    store.put("id", new Session("a"), new Traits(0, 100, Traits.Use.MANY));
    ticker.advance(Duration.ofDays(400));

    assertThat(inventory.of(store))
        .singleElement()
        .extracting(StoredSession::leftNanos)
        .isEqualTo(Long.MAX_VALUE);
  }
}

package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoredSessionTest {
  private final ManualTicker ticker = new ManualTicker(-5);
  private final SessionStore<Session> store = new SessionStore<>(ticker, HeapQuota.UNBOUNDED, 10);

  @Test
  void list_hasAgeIdleAndRemainingTime_andIsNoUse() {
    store.setTimeout(60);
    store.put("id", new Session("a"), new SessionAttributes(0, 100, SessionAttributes.Use.MANY));
    ticker.advance(Duration.ofSeconds(20));

    store.list();
    StoredSession<Session> stored = store.list().get(0);

    assertThat(stored.ageNanos()).isEqualTo(Duration.ofSeconds(20).toNanos());
    assertThat(stored.idleNanos()).isEqualTo(Duration.ofSeconds(20).toNanos());
    assertThat(stored.leftNanos()).isEqualTo(Duration.ofSeconds(40).toNanos());
    assertThat(stored.hold()).isEqualTo(StoredSession.Hold.STRONGLY);
    assertThat(stored.bytes()).isEqualTo(100);
  }

  @Test
  void list_sessionWhoseTimeIsOver_isLeftOutBeforeTheSweep() {
    store.setTimeout(60);
    store.put("id", new Session("a"), new SessionAttributes(0, 100, SessionAttributes.Use.MANY));
    ticker.advance(Duration.ofSeconds(60));

    assertThat(store.list()).isEmpty();
  }

  @Test
  void list_storeWithoutTimeout_hasNothingThatEnds() {
    store.setTimeout(0);
    store.put("id", new Session("a"), new SessionAttributes(0, 100, SessionAttributes.Use.MANY));
    ticker.advance(Duration.ofDays(400));

    assertThat(store.list())
        .singleElement()
        .extracting(StoredSession::leftNanos)
        .isEqualTo(Long.MAX_VALUE);
  }
}

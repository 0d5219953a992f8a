package io.jssekeeper.store;

import static io.jssekeeper.model.RemovalCause.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTimeTest {
  private static final long SECOND = 1_000_000_000L;

  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;
  private final JsseTimeouts<Session> times = new JsseTimeouts<>(store);

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 5 * SECOND, Long.MAX_VALUE, Long.MIN_VALUE, -1})
  void get_exactlyAtTheTimeout_isExpired(long start) {
    OneStore at = new OneStore(start);
    at.store.setTimeout(10);
    Session session = at.reusable("a");

    at.ticker.advance(10 * SECOND - 1);
    assertThat(at.store.get("a")).isSameAs(session);
    at.ticker.advance(1);
    assertThat(at.store.get("a")).isNull();

    assertThat(at.removals()).isEqualTo(Map.of(EXPIRED, 1L));
    assertThat(at.store.size()).isZero();
    assertThat(at.quota.bytes()).isZero();
  }

  @Test
  void get_sessionStoredLongAfterItsHandshake_countsFromTheHandshake() {
    store.setTimeout(10);
    one.put("old", SessionAttributes.Use.MANY, Duration.ofSeconds(9));

    assertThat(store.get("old")).isNotNull();
    one.advance(Duration.ofSeconds(1));
    assertThat(store.get("old")).isNull();
  }

  @Test
  void get_usedAgainAndAgain_doesNotProlong() {
    store.setTimeout(10);
    one.reusable("a", "peer");

    for (int second = 0; second < 9; second++) {
      one.advance(Duration.ofSeconds(1));
      assertThat(store.get("a")).isNotNull();
      assertThat(OneStore.take(store, "peer")).isNotNull();
    }
    one.advance(Duration.ofSeconds(1));
    assertThat(store.get("a")).isNull();
    assertThat(OneStore.take(store, "peer")).isNull();
  }

  @Test
  void putAgain_ofASessionThatIsIn_setsItsLimitAndIsAUseOfIt() {
    Session session = one.reusable("a", "peer");
    one.reusable("b");
    one.advance(Duration.ofSeconds(1));

    assertThat(store.putAgain("a", session, 5 * SECOND)).isTrue();

    store.setCapacity(1);
    assertThat(store.size()).isEqualTo(1);
    one.advance(Duration.ofNanos(5 * SECOND - 1));
    assertThat(OneStore.take(store, "peer")).isSameAs(session);
    one.advance(Duration.ofNanos(1));
    assertThat(OneStore.take(store, "peer")).isNull();
  }

  @Test
  void putAgain_ofAnotherSession_doesNothing() {
    Session session = one.reusable("a");

    assertThat(store.putAgain("a", new Session("a"), SECOND)).isFalse();
    assertThat(store.putAgain("b", session, SECOND)).isFalse();

    one.advance(Duration.ofSeconds(2));
    assertThat(store.get("a")).isSameAs(session);
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void put_negativeAge_countsAsNone() {
    store.setTimeout(10);
    one.put("a", SessionAttributes.Use.MANY, Duration.ofDays(-2));

    one.advance(Duration.ofSeconds(10));
    assertThat(store.get("a")).isNull();
  }

  @Test
  void put_ageBeyondAllMeasure_isExpiredNowAndLater() {
    store.setTimeout(10);
    store.put(
        "a",
        new Session("a"),
        new SessionAttributes(Long.MAX_VALUE, 1, SessionAttributes.Use.MANY));

    one.advance(Duration.ofSeconds(1));
    assertThat(store.get("a")).isNull();
  }

  @Test
  void timeoutZero_aCentury_expiresNothing() {
    store.setTimeout(0);
    Session session = one.reusable("a");

    one.advance(Duration.ofDays(36_500));
    store.sweep();
    assertThat(store.get("a")).isSameAs(session);
  }

  @Test
  void setTimeout_fromNoneToSome_keepsWhatIsYoungerByItsOwnAge() {
    store.setTimeout(0);
    sessionsOfAge(1, 2, 3, 4, 5, 6);

    store.setTimeout(4);
    assertKept(1, 2, 3);
    one.advance(Duration.ofSeconds(1));
    assertKept(1, 2);
  }

  @Test
  void setTimeout_shortened_keepsWhatIsYounger() {
    store.setTimeout(10);
    sessionsOfAge(1, 4, 5, 9);

    store.setTimeout(5);
    store.sweep();
    assertKept(1, 4);
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 2L));
  }

  @Test
  void setTimeout_lengthened_countsFromTheHandshake() {
    store.setTimeout(5);
    sessionsOfAge(1, 4);

    store.setTimeout(10);
    one.advance(Duration.ofSeconds(5));
    assertKept(1, 4);
    one.advance(Duration.ofSeconds(1));
    assertKept(1);
  }

  @Test
  void setTimeout_toNone_keepsWhatIsIn() {
    store.setTimeout(5);
    sessionsOfAge(1, 4);

    store.setTimeout(0);
    one.advance(Duration.ofDays(365));
    store.sweep();
    assertKept(1, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void setTimeout_lengthenedAfterTheEnd_revivesNothing(int seconds) {
    store.setTimeout(5);
    one.reusable("a");
    one.advance(Duration.ofSeconds(5));

    store.setTimeout(seconds);
    assertThat(store.get("a")).isNull();
    assertThat(store.recall("a").cause()).isEqualTo(EXPIRED);
  }

  @Test
  void sweep_manyOfEachAge_freesExactlyTheExpired() {
    store.setTimeout(10);
    IntStream.range(0, 1000).forEach(i -> one.put("old" + i, use(i), Duration.ofSeconds(5)));
    IntStream.range(0, 1000).forEach(i -> one.put("new" + i, use(i), Duration.ofSeconds(4)));

    one.advance(Duration.ofSeconds(5));
    store.sweep();

    assertThat(store.size()).isEqualTo(1000);
    assertThat(store.snapshot()).hasSize(1000).containsKeys("new0", "new999");
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1000L));
    assertThat(one.quota.bytes()).isEqualTo(1000 * OneStore.BYTES);
  }

  @Test
  void snapshot_expiredAndNotSwept_isLeftOut() {
    store.setTimeout(10);
    one.reusable("old");
    one.advance(Duration.ofSeconds(5));
    Session young = one.reusable("new");
    one.advance(Duration.ofSeconds(5));

    assertThat(store.snapshot()).isEqualTo(Map.of("new", young));
  }

  private static SessionAttributes.Use use(int i) {
    return i % 2 == 0 ? SessionAttributes.Use.MANY : SessionAttributes.Use.ONCE;
  }

  private void sessionsOfAge(int... seconds) {
    for (int age : seconds) {
      one.put(age, SessionAttributes.Use.MANY, Duration.ofSeconds(age));
    }
  }

  private void assertKept(Integer... ages) {
    assertThat(store.snapshot()).containsOnlyKeys((Object[]) ages);
    for (Integer age : ages) {
      assertThat(store.get(age)).as("session that was %s s old", age).isNotNull();
    }
  }

  @Test
  void jsseTimes_afterNoLimit_endsWhatIsStored() {
    store.setTimeout(0);
    one.reusable("a", "peer");

    times.setTimeout(10);
    assertThat(OneStore.take(store, "peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
    one.reusable("b");
    assertThat(store.get("b")).isNotNull();
  }

  @Test
  void jsseTimes_longer_prolongsNothingStored() {
    store.setTimeout(10);
    one.reusable("a");
    times.setTimeout(100);
    one.reusable("b");

    one.advance(Duration.ofSeconds(9));
    assertThat(store.get("a")).isNotNull();
    one.advance(Duration.ofSeconds(1));
    assertThat(store.get("a")).isNull();
    assertThat(store.get("b")).isNotNull();
  }

  @Test
  void jsseTimes_shorterOrNone_isAsSetTimeout() {
    store.setTimeout(100);
    one.reusable("a");
    times.setTimeout(10);
    one.advance(Duration.ofSeconds(9));
    assertThat(store.get("a")).isNotNull();

    times.setTimeout(0);
    one.advance(Duration.ofDays(1));
    assertThat(store.get("a")).isNotNull();
  }

  @Test
  void endedByStep_sessionsPastTheirTimeout_areCounted() {
    store.setTimeout(10);
    one.put("old", SessionAttributes.Use.MANY, Duration.ofSeconds(6));
    one.put("over", SessionAttributes.Use.MANY, Duration.ofSeconds(11));
    one.put("never", SessionAttributes.Use.NEVER, Duration.ofSeconds(6));
    one.reusable("new");

    assertThat(times.endedByStep(3 * SECOND)).isZero();
    assertThat(times.endedByStep(4 * SECOND)).isEqualTo(1);
    assertThat(times.endedByStep(10 * SECOND)).isEqualTo(2);
    store.setTimeout(0);
    assertThat(times.endedByStep(Duration.ofDays(9999).toNanos())).isZero();
  }
}

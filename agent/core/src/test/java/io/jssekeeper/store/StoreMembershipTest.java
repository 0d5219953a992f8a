package io.jssekeeper.store;

import static io.jssekeeper.model.RemovalCause.INVALIDATED;
import static io.jssekeeper.model.RemovalCause.PULLED;
import static io.jssekeeper.model.RemovalCause.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.RemovalCause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreMembershipTest {
  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @AfterEach
  void everythingIsConsistent() {
    StoreInvariants.check(one);
  }

  @Test
  void put_thenGet_isTheSameSession() {
    Session session = one.reusable("a");

    assertThat(store.get("a")).isSameAs(session);
    assertThat(store.get("b")).isNull();
    assertThat(store.size()).isEqualTo(1);
    assertThat(store.counts().stored()).isEqualTo(1);
    assertThat(one.quota.bytes()).isEqualTo(OneStore.BYTES);
  }

  @Test
  void put_sameSessionAgain_countsAsItsUseAndKeepsAgePeerAndCounts() {
    store.setTimeout(10);
    Session session = one.reusable("a", "peer");
    one.advance(Duration.ofSeconds(1));
    one.reusable("b");
    one.advance(Duration.ofSeconds(1));

    store.put("a", session, new SessionAttributes(0, OneStore.BYTES, SessionAttributes.Use.MANY));
    store.peers().link("a", "peer");

    assertThat(store.counts().stored()).isEqualTo(2);
    assertThat(one.removals()).isEmpty();
    assertThat(OneStore.take(store, "peer")).isSameAs(session);
    store.setCapacity(1);
    assertThat(store.snapshot()).as("least recently used left").containsOnlyKeys("a");
    one.advance(Duration.ofSeconds(8));
    assertThat(store.get("a")).as("by its own age").isNull();
  }

  @Test
  void isOnlyOne_reusableSessionAloneWithItsPeer_isTrueUntilAnotherComesOrItLeaves() {
    one.reusable("a", "peer");
    one.reusable("b", "other");
    one.reusable("c");

    assertThat(store.peers().isOnlyOne("a", "peer")).isTrue();
    assertThat(store.peers().isOnlyOne("a", "other")).isFalse();
    assertThat(store.peers().isOnlyOne("c", "peer")).as("linked with no peer").isFalse();
    assertThat(store.peers().isOnlyOne("d", "peer")).as("not stored").isFalse();

    one.ticket("t", "peer");
    assertThat(store.peers().isOnlyOne("a", "peer")).as("beside a ticket").isFalse();
    assertThat(store.peers().isOnlyOne("t", "peer")).as("a ticket").isFalse();

    store.remove("b");
    assertThat(store.peers().isOnlyOne("b", "other")).as("removed").isFalse();
  }

  @Test
  void put_otherSessionOfSameId_replaces() {
    one.reusable("a", "peer");
    Session other = one.reusable("a");

    assertThat(store.get("a")).isSameAs(other);
    assertThat(OneStore.take(store, "peer")).as("not linked yet").isNull();
    assertThat(store.size()).isEqualTo(1);
    assertThat(one.removals()).isEqualTo(Map.of(REPLACED, 1L));
  }

  @Test
  void link_secondReusableOfPeer_replacesTheFirstInEveryIndex() {
    one.reusable("a", "peer");
    Session second = one.reusable("b", "peer");

    assertThat(OneStore.take(store, "peer")).isSameAs(second);
    assertThat(store.get("a")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(REPLACED, 1L));
    assertThat(one.quota.bytes()).isEqualTo(OneStore.BYTES);
  }

  @Test
  void link_unknownId_changesNothing() {
    store.peers().link("unknown", "peer");

    assertThat(OneStore.take(store, "peer")).isNull();
    assertThat(store.recall("peer")).isSameAs(RemovalHistory.Answer.NEVER_SEEN);
  }

  @Test
  void take_reusable_anyNumberOfTimes() {
    Session session = one.reusable("a", "peer");

    for (int time = 0; time < 5; time++) {
      assertThat(OneStore.take(store, "peer")).isSameAs(session);
    }
    assertThat(OneStore.take(store, "other peer")).isNull();
    assertThat(one.removals()).isEmpty();
  }

  @Test
  void remove_linkedSession_leavesEveryIndexAtOnce() {
    one.reusable("a", "peer");
    store.remove("a");

    assertThat(store.get("a")).isNull();
    assertThat(OneStore.take(store, "peer")).isNull();
    assertThat(store.snapshot()).isEmpty();
    assertThat(store.size()).isZero();
    assertThat(one.quota.bytes()).isZero();
    assertThat(one.removals()).isEqualTo(Map.of(INVALIDATED, 1L));
  }

  @Test
  void remove_twiceOrUnknown_countsOnce() {
    one.reusable("a");
    store.remove("a");
    store.remove("a");
    store.remove("unknown");

    assertThat(one.removals()).isEqualTo(Map.of(INVALIDATED, 1L));
  }

  @Test
  void remove_untakenTicket_isInvalidated() {
    one.ticket("t", "peer");
    store.remove("t");

    assertThat(OneStore.take(store, "peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(INVALIDATED, 1L));
  }

  @Test
  void pull_ticket_once() {
    Session ticket = one.put("t", SessionAttributes.Use.ONCE);

    assertThat(store.pull("t")).isSameAs(ticket);
    assertThat(store.pull("t")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(PULLED, 1L));
    assertThat(store.counts().hits()).isEqualTo(1);
    assertThat(store.counts().misses()).isEqualTo(1);
  }

  /** The id of a TLS 1.2 session is not secret: a stranger may send it as a TLS 1.3 ticket. */
  @Test
  void pull_idOfReusable_leavesTheSession() {
    Session session = one.reusable("a");

    assertThat(store.pull("a")).isNull();
    assertThat(store.get("a")).isSameAs(session);
    assertThat(one.removals()).isEmpty();
  }

  @Test
  void pull_softTicketWhileTheQuotaIsFull_softensNone() {
    one.quota.limit(OneStore.BYTES);
    one.put("t", SessionAttributes.Use.ONCE);
    one.advance(Duration.ofSeconds(1));
    one.reusable("strong");
    assertThat(store.softlyHeld()).isEqualTo(1);

    one.advance(Duration.ofSeconds(1));
    assertThat(store.pull("t")).isNotNull();

    assertThat(store.softlyHeld()).isZero();
    assertThat(one.quota.bytes()).isEqualTo(OneStore.BYTES);
  }

  @Test
  void pull_expiredTicket_isExpired() {
    store.setTimeout(10);
    one.put("t", SessionAttributes.Use.ONCE, Duration.ofSeconds(10));

    assertThat(store.pull("t")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(RemovalCause.EXPIRED, 1L));
  }

  @Test
  void lookedUp_hitsAndMisses_areCountedAsReported() {
    store.lookedUp(true);
    store.lookedUp(true);
    store.lookedUp(false);

    assertThat(store.counts().hits()).isEqualTo(2);
    assertThat(store.counts().misses()).isEqualTo(1);
  }
}

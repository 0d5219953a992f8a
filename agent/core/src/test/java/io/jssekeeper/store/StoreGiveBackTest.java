package io.jssekeeper.store;

import static io.jssekeeper.model.RemovalCause.EVICTED;
import static io.jssekeeper.model.RemovalCause.EXPIRED;
import static io.jssekeeper.model.RemovalCause.INVALIDATED;
import static io.jssekeeper.model.RemovalCause.PULLED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of tickets taken for connections that did not use them. */
class StoreGiveBackTest {
  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @AfterEach
  void everythingIsConsistent() {
    StoreInvariants.check(one);
  }

  @Test
  void giveBack_takenTicket_isUsedNext() {
    Session first = one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    TakenTicket<Session> taken = taken(first);

    assertThat(taken.giveBack(first)).isTrue();

    assertThat(take("peer")).isSameAs(first);
  }

  @Test
  void giveBack_allOfItsPeerHasEnded_isGone() {
    Session unused = one.ticket("t1", "peer");
    Session used = one.ticket("t2", "peer");
    Session other = one.ticket("t3", "another");
    TakenTicket<Session> first = taken(unused);
    TakenTicket<Session> second = taken(used);
    store.remove("t2");

    store.peers().end("peer");

    assertThat(first.giveBackUnfit(unused)).isFalse();
    assertThat(second.giveBack(used)).isFalse();
    assertThat(take("peer")).isNull();
    assertThat(store.recall("peer").cause()).isEqualTo(INVALIDATED);
    assertThat(take("another")).isSameAs(other);
  }

  @Test
  void end_ticketsAndReusable_leaveAsInvalidatedAndLaterOnesStay() {
    one.ticket("t", "peer");
    one.reusable("r", "peer");

    store.peers().end("peer");
    assertThat(store.size()).isZero();
    assertThat(one.removals()).isEqualTo(Map.of(INVALIDATED, 2L));

    Session later = one.ticket("later", "peer");
    assertThat(take("peer")).isSameAs(later);
  }

  @Test
  void giveBack_severalInAnyOrder_areUsedInTheOrderOfTheirArrival() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    Session third = one.ticket("t3", "peer");
    TakenTicket<Session> one = taken(first);
    TakenTicket<Session> two = taken(second);

    store.remove("t2");
    one.giveBack(first);
    two.giveBack(second);

    assertThat(take("peer")).isSameAs(first);
    assertThat(take("peer")).isSameAs(second);
    assertThat(take("peer")).isSameAs(third);
  }

  @Test
  void giveBack_removedAsIfUsed_isThereAgainWithItsOwnAge() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    one.advance(Duration.ofSeconds(6));
    TakenTicket<Session> taken = taken(ticket);
    store.remove("t");
    assertThat(store.get("t")).isNull();

    assertThat(taken.giveBack(ticket)).isTrue();

    assertThat(store.get("t")).isSameAs(ticket);
    one.advance(Duration.ofSeconds(4));
    assertThat(take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(PULLED, 1L, EXPIRED, 1L));
  }

  @Test
  void giveBackUnfit_severalTickets_isUsedLast() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    TakenTicket<Session> taken = taken(first);

    assertThat(taken.giveBackUnfit(first)).isTrue();

    assertThat(take("peer")).isSameAs(second);
    assertThat(take("peer")).isSameAs(first);
    assertThat(take("peer")).isNull();
  }

  @Test
  void giveBackUnfit_poolIsFull_newTicketsReplaceDoubtfulOnes() {
    Session first = one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    taken(first).giveBackUnfit(first);

    Session fresh = one.ticket("t4", "peer");

    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
    assertThat(store.get("t1")).isNull();
    assertThat(take("peer")).isSameAs(fresh);
  }

  @Test
  void giveBackUnfit_oncemore_leaves() {
    Session ticket = one.ticket("t", "peer");
    taken(ticket).giveBackUnfit(ticket);

    assertThat(taken(ticket).giveBackUnfit(ticket)).isFalse();

    assertThat(store.get("t")).isNull();
    assertThat(take("peer")).isNull();
  }

  @Test
  void giveBack_twice_doesNotTakeItFromTheNextOne() {
    Session ticket = one.ticket("t", "peer");
    TakenTicket<Session> taken = taken(ticket);
    taken.giveBack(ticket);
    assertThat(take("peer")).isSameAs(ticket);

    assertThat(taken.giveBack(ticket)).isFalse();

    assertThat(take("peer")).isNull();
  }

  @Test
  void take_reusableSession_isNoTicket() {
    one.reusable("r", "peer");

    assertThat(store.peers().take("peer", any -> true).ticket()).isNull();
    assertThat(store.peers().takeAnyway("peer", any -> true).ticket()).isNull();
  }

  @Test
  void giveBack_poolFullMeanwhile_keepsNoMoreThanAreKept() {
    Session first = one.ticket("t1", "peer");
    TakenTicket<Session> taken = taken(first);
    Session second = one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    one.ticket("t4", "peer");

    taken.giveBack(first);

    assertThat(take("peer")).as("the oldest left").isSameAs(second);
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
  }

  @Test
  void giveBack_expiredMeanwhile_isNotHandedOut() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    TakenTicket<Session> taken = taken(ticket);
    one.advance(Duration.ofSeconds(10));

    taken.giveBack(ticket);

    assertThat(take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
  }

  @Test
  void giveBack_removedAndExpiredMeanwhile_staysAway() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    TakenTicket<Session> taken = taken(ticket);
    store.remove("t");
    one.advance(Duration.ofSeconds(10));

    assertThat(taken.giveBack(ticket)).isFalse();
    assertThat(store.size()).isZero();
  }

  @Test
  void declined_ticketsThatCameBefore_areUsedLast() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    TakenTicket<Session> taken = taken(first);
    store.remove("t1");
    Session third = one.ticket("t3", "peer");

    taken.declined();

    assertThat(take("peer")).isSameAs(third);
    assertThat(take("peer")).isSameAs(second);
  }

  @Test
  void declined_reusableGivenInstead_isUsedBeforeDoubtfulTickets() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    TakenTicket<Session> taken = taken(first);
    store.remove("t1");
    taken.declined();
    Session reusable = one.reusable("r", "peer");

    assertThat(take("peer")).isSameAs(reusable);
    store.remove("r");
    assertThat(take("peer")).isSameAs(second);
  }

  private Session take(String peer) {
    return OneStore.take(store, peer);
  }

  /** That ticket, which is the next to be taken. */
  private TakenTicket<Session> taken(Session next) {
    PeerIndex.Taken<Session> taken = store.peers().take("peer", any -> true);
    assertThat(taken.session()).isSameAs(next);
    return taken.ticket();
  }
}

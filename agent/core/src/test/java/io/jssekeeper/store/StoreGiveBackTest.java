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

/** What becomes of tickets that were taken for connections that did not use them. */
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
    TakenTicket<Session> claim = taken("t1", first);

    assertThat(store.peers().giveBack(claim, first)).isTrue();

    assertThat(take("peer")).isSameAs(first);
  }

  @Test
  void giveBack_allOfItsPeerHasEnded_isGone() {
    Session unused = one.ticket("t1", "peer");
    Session used = one.ticket("t2", "peer");
    Session other = one.ticket("t3", "another");
    TakenTicket<Session> first = taken("t1", unused);
    TakenTicket<Session> second = taken("t2", used);
    store.remove("t2");

    store.peers().end("peer");

    assertThat(store.peers().giveBackUnfit(first, unused)).isFalse();
    assertThat(store.peers().giveBack(second, used)).isFalse();
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
    TakenTicket<Session> one = taken("t1", first);
    TakenTicket<Session> two = taken("t2", second);

    store.remove("t2");
    store.peers().giveBack(one, first);
    store.peers().giveBack(two, second);

    assertThat(take("peer")).isSameAs(first);
    assertThat(take("peer")).isSameAs(second);
    assertThat(take("peer")).isSameAs(third);
  }

  @Test
  void giveBack_removedAsIfUsed_isThereAgainWithItsOwnAge() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    one.advance(Duration.ofSeconds(6));
    TakenTicket<Session> claim = taken("t", ticket);
    store.remove("t");
    assertThat(store.get("t")).isNull();

    assertThat(store.peers().giveBack(claim, ticket)).isTrue();

    assertThat(store.get("t")).isSameAs(ticket);
    one.advance(Duration.ofSeconds(4));
    assertThat(take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(PULLED, 1L, EXPIRED, 1L));
  }

  @Test
  void giveBackUnfit_severalTickets_isUsedLast() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    TakenTicket<Session> claim = taken("t1", first);

    assertThat(store.peers().giveBackUnfit(claim, first)).isTrue();

    assertThat(take("peer")).isSameAs(second);
    assertThat(take("peer")).isSameAs(first);
    assertThat(take("peer")).isNull();
  }

  @Test
  void giveBackUnfit_poolIsFull_newTicketsTakeThePlaceOfOnesThatMayBeUnfitToo() {
    Session first = one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    store.peers().giveBackUnfit(taken("t1", first), first);

    Session fresh = one.ticket("t4", "peer");

    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
    assertThat(store.get("t1")).isNull();
    assertThat(take("peer")).isSameAs(fresh);
  }

  @Test
  void giveBackUnfit_oncemore_leaves() {
    Session ticket = one.ticket("t", "peer");
    store.peers().giveBackUnfit(taken("t", ticket), ticket);

    assertThat(store.peers().giveBackUnfit(taken("t", ticket), ticket)).isFalse();

    assertThat(store.get("t")).isNull();
    assertThat(take("peer")).isNull();
  }

  @Test
  void giveBack_twice_doesNotTakeItFromTheNextOne() {
    Session ticket = one.ticket("t", "peer");
    TakenTicket<Session> claim = taken("t", ticket);
    store.peers().giveBack(claim, ticket);
    assertThat(take("peer")).isSameAs(ticket);

    assertThat(store.peers().giveBack(claim, ticket)).isFalse();

    assertThat(take("peer")).isNull();
  }

  @Test
  void claim_ticketNobodyTook_isNone() {
    one.ticket("t", "peer");

    assertThat(store.peers().claim("t")).isNull();
    assertThat(store.peers().claim("unknown")).isNull();
  }

  @Test
  void giveBack_poolFullMeanwhile_keepsNoMoreThanAreKept() {
    Session first = one.ticket("t1", "peer");
    TakenTicket<Session> claim = taken("t1", first);
    Session second = one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    one.ticket("t4", "peer");

    store.peers().giveBack(claim, first);

    assertThat(take("peer")).as("the oldest left").isSameAs(second);
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
  }

  @Test
  void giveBack_expiredMeanwhile_isNotHandedOut() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    TakenTicket<Session> claim = taken("t", ticket);
    one.advance(Duration.ofSeconds(10));

    store.peers().giveBack(claim, ticket);

    assertThat(take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
  }

  @Test
  void giveBack_removedAndExpiredMeanwhile_staysAway() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    TakenTicket<Session> claim = taken("t", ticket);
    store.remove("t");
    one.advance(Duration.ofSeconds(10));

    assertThat(store.peers().giveBack(claim, ticket)).isFalse();
    assertThat(store.size()).isZero();
  }

  @Test
  void declined_ticketsThatCameBefore_areUsedLast() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    TakenTicket<Session> claim = taken("t1", first);
    store.remove("t1");
    Session third = one.ticket("t3", "peer");

    store.peers().declined(claim);

    assertThat(take("peer")).isSameAs(third);
    assertThat(take("peer")).isSameAs(second);
  }

  @Test
  void declined_reusableGivenInstead_isUsedBeforeDoubtfulTickets() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    TakenTicket<Session> claim = taken("t1", first);
    store.remove("t1");
    store.peers().declined(claim);
    Session reusable = one.reusable("r", "peer");

    assertThat(take("peer")).isSameAs(reusable);
    store.remove("r");
    assertThat(take("peer")).isSameAs(second);
  }

  private Session take(String peer) {
    return store.peers().take(peer, any -> true);
  }

  /** The claim on that ticket, which is the next to be taken. */
  private TakenTicket<Session> taken(Object id, Session next) {
    assertThat(take("peer")).isSameAs(next);
    return store.peers().claim(id);
  }
}

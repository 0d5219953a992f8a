package io.jssekeeper.store;

import static io.jssekeeper.store.RemovalCause.EVICTED;
import static io.jssekeeper.store.RemovalCause.EXPIRED;
import static io.jssekeeper.store.RemovalCause.PULLED;
import static io.jssekeeper.store.RemovalCause.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreTicketsTest {
  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @AfterEach
  void everythingIsConsistent() {
    StoreInvariants.check(one);
  }

  @Test
  void take_severalTickets_oldestFirstAndEachOnce() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");

    assertThat(store.take("peer")).isSameAs(first);
    assertThat(store.take("peer")).isSameAs(second);
    assertThat(store.take("peer")).isNull();
  }

  @Test
  void take_ticket_isStillFoundByIdUntilRemoved() {
    Session ticket = one.ticket("t", "peer");

    assertThat(store.take("peer")).isSameAs(ticket);
    assertThat(store.get("t")).isSameAs(ticket);
    store.remove("t");
    assertThat(store.get("t")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(PULLED, 1L));
  }

  @Test
  void take_otherPeersTickets_areNotTouched() {
    one.ticket("t1", "peer:443");
    Session other = one.ticket("t2", "peer:8443");

    assertThat(store.take("peer:443")).isNotNull();
    assertThat(store.take("peer:443")).isNull();
    assertThat(store.take("peer:8443")).isSameAs(other);
  }

  @Test
  void link_moreTicketsThanAreKept_evictsTheOldest() {
    one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    one.ticket("t4", "peer");

    assertThat(store.get("t1")).isNull();
    assertThat(store.take("peer")).isSameAs(second);
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
  }

  @Test
  void link_noTicketsKept_evictsEach() {
    SessionStore<Session> none = new SessionStore<>(one.ticker, StrongRoom.UNBOUNDED, 0);
    none.put("t", new Session("t"), new Traits(0, 1, Traits.Use.ONCE));
    none.link("t", "peer");

    assertThat(none.take("peer")).isNull();
    assertThat(none.size()).isZero();
  }

  @Test
  void link_ticketTwice_isHandedOutOnce() {
    Session ticket = one.ticket("t", "peer");
    store.link("t", "peer");
    store.put("t", ticket, new Traits(0, OneStore.BYTES, Traits.Use.ONCE));

    assertThat(store.take("peer")).isSameAs(ticket);
    store.link("t", "peer");
    assertThat(store.take("peer")).isNull();
  }

  @Test
  void giveBack_takenTicket_isUsedNext() {
    Session first = one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    store.take("peer");

    store.giveBack("t1");

    assertThat(store.take("peer")).isSameAs(first);
  }

  @Test
  void giveBack_theOnlyTicket_isThereAgain() {
    Session ticket = one.ticket("t", "peer");
    store.take("peer");
    assertThat(store.take("peer")).isNull();

    store.giveBack("t");
    store.giveBack("t");

    assertThat(store.take("peer")).isSameAs(ticket);
    assertThat(store.take("peer")).isNull();
  }

  @Test
  void giveBack_usedTicket_staysUsed() {
    one.ticket("t", "peer");
    store.take("peer");
    store.remove("t");

    store.giveBack("t");

    assertThat(store.take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(PULLED, 1L));
  }

  @Test
  void giveBack_ticketNobodyTook_isNotDoubled() {
    Session ticket = one.ticket("t", "peer");

    store.giveBack("t");
    store.giveBack("nobody");

    assertThat(store.take("peer")).isSameAs(ticket);
    assertThat(store.take("peer")).isNull();
  }

  @Test
  void giveBack_poolFullMeanwhile_keepsNoMoreThanAreKept() {
    one.ticket("t1", "peer");
    store.take("peer");
    Session second = one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    one.ticket("t4", "peer");

    store.giveBack("t1");

    assertThat(store.take("peer")).as("the oldest left").isSameAs(second);
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
  }

  @Test
  void giveBack_expiredMeanwhile_isNotHandedOut() {
    store.setTimeout(10);
    one.ticket("t", "peer");
    store.take("peer");
    one.advance(Duration.ofSeconds(10));

    store.giveBack("t");

    assertThat(store.take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
  }

  @Test
  void take_someExpired_skipsToTheFirstThatIsGood() {
    store.setTimeout(10);
    one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    one.advance(Duration.ofSeconds(5));
    Session good = one.ticket("t3", "peer");
    one.advance(Duration.ofSeconds(5));

    assertThat(store.take("peer")).isSameAs(good);
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 2L));
  }

  @Test
  void link_reusableAfterTickets_isPreferredAndDisplacesNone() {
    Session ticket = one.ticket("t", "peer");
    Session reusable = one.reusable("r", "peer");

    assertThat(store.take("peer")).isSameAs(reusable);
    store.remove("r");
    assertThat(store.take("peer")).isSameAs(ticket);
  }

  @Test
  void link_ticketAfterReusable_takesItsPlace() {
    one.reusable("r", "peer");
    Session ticket = one.ticket("t", "peer");

    assertThat(store.take("peer")).isSameAs(ticket);
    assertThat(store.get("r")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(REPLACED, 1L));
  }

  @Test
  void take_reusableExpired_fallsBackToTickets() {
    store.setTimeout(10);
    Session ticket = one.ticket("t", "peer");
    one.put("r", Traits.Use.MANY, Duration.ofSeconds(5));
    store.link("r", "peer");
    one.advance(Duration.ofSeconds(5));

    assertThat(store.take("peer")).isSameAs(ticket);
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
  }

  @Test
  void link_neverResumable_displacesNothing() {
    Session ticket = one.ticket("t", "peer");
    Session never = one.put("own", Traits.Use.NEVER);
    store.link("own", "peer");

    assertThat(store.take("peer")).isSameAs(ticket);
    assertThat(store.get("own")).isSameAs(never);
  }
}

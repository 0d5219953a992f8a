package io.jssekeeper.store;

import static io.jssekeeper.model.RemovalCause.EVICTED;
import static io.jssekeeper.model.RemovalCause.EXPIRED;
import static io.jssekeeper.model.RemovalCause.PULLED;
import static io.jssekeeper.model.RemovalCause.REPLACED;
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

    assertThat(take("peer")).isSameAs(first);
    assertThat(take("peer")).isSameAs(second);
    assertThat(take("peer")).isNull();
  }

  @Test
  void take_ticket_isStillFoundByIdUntilRemoved() {
    Session ticket = one.ticket("t", "peer");

    assertThat(take("peer")).isSameAs(ticket);
    assertThat(store.get("t")).isSameAs(ticket);
    store.remove("t");
    assertThat(store.get("t")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(PULLED, 1L));
  }

  @Test
  void takeOut_whatIsResumable_isTheCallersAlone() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    Session reusable = one.put("id", SessionAttributes.Use.MANY);
    assertThat(store.resumable()).containsExactly(reusable, first, second);

    assertThat(store.takeOut("t1")).isSameAs(first);
    assertThat(store.takeOut("t1")).isNull();
    assertThat(store.takeOut("id")).isSameAs(reusable);
    assertThat(take("peer")).isSameAs(second);
    assertThat(store.takeOut("t2")).as("one that a handshake uses").isNull();
    assertThat(store.resumable()).isEmpty();
  }

  @Test
  void takeOut_ofAPeer_onlyWhatIsLinkedWithItAndFree() {
    Session ticket = one.ticket("t", "peer");
    one.put("unlinked", SessionAttributes.Use.ONCE);

    assertThat(store.peers().takeOut("peer", "unlinked")).isNull();
    assertThat(store.peers().takeOut("other", "t")).isNull();
    assertThat(store.peers().takeOut("peer", "unknown")).isNull();
    assertThat(store.peers().takeOut("peer", "t")).isSameAs(ticket);
    assertThat(take("peer")).isNull();
    assertThat(store.get("unlinked")).as("left to a later link").isNotNull();
  }

  @Test
  void take_otherPeersTickets_areNotTouched() {
    one.ticket("t1", "peer:443");
    Session other = one.ticket("t2", "peer:8443");

    assertThat(take("peer:443")).isNotNull();
    assertThat(take("peer:443")).isNull();
    assertThat(take("peer:8443")).isSameAs(other);
  }

  @Test
  void link_moreTicketsThanAreKept_evictsTheOldest() {
    one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");
    one.ticket("t3", "peer");
    one.ticket("t4", "peer");

    assertThat(store.get("t1")).isNull();
    assertThat(take("peer")).isSameAs(second);
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
  }

  @Test
  void link_noTicketsKept_evictsEach() {
    SessionStore<Session> none = new SessionStore<>(one.ticker, HeapQuota.UNBOUNDED, 0);
    none.put("t", new Session("t"), new SessionAttributes(0, 1, SessionAttributes.Use.ONCE));
    none.peers().link("t", "peer");

    assertThat(OneStore.take(none, "peer")).isNull();
    assertThat(none.size()).isZero();
  }

  @Test
  void link_ticketTwice_isHandedOutOnce() {
    Session ticket = one.ticket("t", "peer");
    store.peers().link("t", "peer");
    store.put("t", ticket, new SessionAttributes(0, OneStore.BYTES, SessionAttributes.Use.ONCE));

    assertThat(take("peer")).isSameAs(ticket);
    store.peers().link("t", "peer");
    assertThat(take("peer")).isNull();
  }

  @Test
  void take_ticketsThatDoNotFit_areLeftForOthers() {
    Session first = one.ticket("t1", "peer");
    Session second = one.ticket("t2", "peer");

    assertThat(store.peers().take("peer", session -> session == second).session()).isSameAs(second);
    assertThat(store.peers().take("peer", session -> false)).isNull();
    assertThat(take("peer")).isSameAs(first);
  }

  @Test
  void countTickets_asOthersCome_countsEachOnce() {
    one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    assertThat(store.peers().countTickets("peer")).isEqualTo(2);
    one.ticket("t3", "peer");

    assertThat(store.peers().countTickets("peer")).isEqualTo(1);
    assertThat(store.peers().countTickets("other")).isZero();
  }

  @Test
  void replace_ticketsAndReusable_areReplaced() {
    one.ticket("t1", "peer");
    one.reusable("r", "peer");
    one.put("own", SessionAttributes.Use.NEVER);

    store.peers().replace("own", "peer");

    assertThat(take("peer")).isNull();
    assertThat(one.removals()).isEqualTo(Map.of(REPLACED, 2L));
  }

  @Test
  void keepTickets_fewer_takesEffectWithTheNextTicket() {
    one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    store.peers().keepTickets(1);
    Session third = one.ticket("t3", "peer");

    assertThat(take("peer")).isSameAs(third);
    assertThat(take("peer")).isNull();
  }

  @Test
  void take_someExpired_skipsToTheFirstThatIsGood() {
    store.setTimeout(10);
    one.ticket("t1", "peer");
    one.ticket("t2", "peer");
    one.advance(Duration.ofSeconds(5));
    Session good = one.ticket("t3", "peer");
    one.advance(Duration.ofSeconds(5));

    assertThat(take("peer")).isSameAs(good);
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 2L));
  }

  @Test
  void link_reusableAndTickets_displaceEachOtherNever() {
    Session first = one.ticket("t1", "peer");
    Session reusable = one.reusable("r", "peer");
    Session second = one.ticket("t2", "peer");

    assertThat(take("peer")).isSameAs(first);
    assertThat(take("peer")).isSameAs(second);
    assertThat(take("peer")).isSameAs(reusable);
    assertThat(take("peer")).isSameAs(reusable);
    assertThat(one.removals()).isEmpty();
  }

  @Test
  void take_ticketsExpired_fallsBackToTheReusable() {
    store.setTimeout(10);
    one.put("t", SessionAttributes.Use.ONCE, Duration.ofSeconds(5));
    store.peers().link("t", "peer");
    Session reusable = one.reusable("r", "peer");
    one.advance(Duration.ofSeconds(5));

    assertThat(take("peer")).isSameAs(reusable);
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
  }

  @Test
  void link_neverResumable_displacesNothing() {
    Session ticket = one.ticket("t", "peer");
    Session never = one.put("own", SessionAttributes.Use.NEVER);
    store.peers().link("own", "peer");

    assertThat(take("peer")).isSameAs(ticket);
    assertThat(store.get("own")).isSameAs(never);
  }

  private Session take(String peer) {
    return OneStore.take(store, peer);
  }
}

package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is offered to peers after an offer to them has failed. */
class StoreBackoffTest {
  private static final boolean BY_PEER = true;

  private final OneStore one = new OneStore();
  private final PeerIndex<Session> peers = one.store.peers();

  @AfterEach
  void everythingIsConsistent() {
    StoreInvariants.check(one);
  }

  @Test
  void take_afterFailure_nothingUntilAFullHandshakeIsComplete() {
    Session session = one.reusable("s", "peer");
    assertThat(take()).isSameAs(session);

    fail();

    assertThat(take()).isNull();
    assertThat(one.store.recall("peer")).isSameAs(RemovalHistory.Answer.SET_ASIDE);
    peers.fullHandshakeCompleted("peer");
    assertThat(take()).isSameAs(session);
  }

  @Test
  void take_ofAnotherPeer_isNotConcerned() {
    Session other = one.reusable("o", "other");

    fail();

    assertThat(OneStore.session(peers.take("other", any -> true))).isSameAs(other);
  }

  @Test
  void take_afterFullHandshake_oneConnectionTriesAtATime() {
    Session session = one.reusable("s", "peer");
    fail();
    peers.fullHandshakeCompleted("peer");
    assertThat(take()).isSameAs(session);

    assertThat(take()).as("a second one").isNull();
    peers.outcomes().resumed("peer");
    assertThat(take()).isSameAs(session);
    assertThat(take()).isSameAs(session);
  }

  @Test
  void take_eachTryFails_moreAndMoreFullHandshakesComeFirstUpToABound() {
    one.reusable("s", "peer");
    fail();
    for (int fulls : new int[] {1, 2, 4, 8, 16, 16, 16}) {
      for (int i = 0; i < fulls; i++) {
        assertThat(take()).as("%d of %d", i, fulls).isNull();
        peers.fullHandshakeCompleted("peer");
      }
      assertThat(take()).isNotNull();
      fail();
    }
  }

  @Test
  void cameToNothing_severalAtOnce_isOneFailure() {
    one.reusable("s", "peer");
    one.advance(Duration.ofSeconds(1));
    peers.outcomes().failed("peer", 1000, BY_PEER);
    peers.outcomes().failed("peer", 1000, BY_PEER);
    peers.outcomes().failed("peer", 2000, BY_PEER);

    peers.fullHandshakeCompleted("peer");

    assertThat(take()).isNotNull();
  }

  @Test
  void cameToNothing_closedHere_countsFromTheThirdInARow() {
    Session session = one.reusable("s", "peer");
    closeHere();
    closeHere();
    assertThat(take()).isSameAs(session);
    assertThat(take()).isSameAs(session);
    peers.outcomes().resumed("peer");
    closeHere();
    closeHere();
    assertThat(take()).isSameAs(session);

    closeHere();

    assertThat(take()).isNull();
  }

  @Test
  void cameToNothing_unusedTickets_areKeptAndUsedLast() {
    Session old = one.ticket("t1", "peer");
    fail();
    Session fresh = one.ticket("t2", "peer");
    peers.fullHandshakeCompleted("peer");

    assertThat(take()).isSameAs(fresh);
    peers.outcomes().resumed("peer");
    assertThat(take()).isSameAs(old);
  }

  @Test
  void cameToNothing_freshTicketToo_olderOnesLeave() {
    one.ticket("t1", "peer");
    fail();
    Session fresh = one.ticket("t2", "peer");
    peers.fullHandshakeCompleted("peer");
    assertThat(take()).isSameAs(fresh);
    one.store.remove("t2");

    fail();

    assertThat(one.store.get("t1")).isNull();
  }

  @Test
  void takeAnyway_afterFailure_isGivenWhatThereIs() {
    Session session = one.reusable("s", "peer");
    fail();

    assertThat(peers.takeAnyway("peer", any -> true).session()).isSameAs(session);
  }

  @Test
  void cameToNothing_veryManyPeers_theLatestAreRemembered() {
    for (int i = 0; i <= PeerBackoffs.MAX_PEERS; i++) {
      peers.outcomes().failed("peer-" + i, 0, BY_PEER);
    }

    assertThat(one.store.recall("peer-0")).isSameAs(RemovalHistory.Answer.NEVER_SEEN);
    assertThat(one.store.recall("peer-1")).isSameAs(RemovalHistory.Answer.SET_ASIDE);
  }

  private Session take() {
    return OneStore.session(peers.take("peer", any -> true));
  }

  private void fail() {
    one.advance(Duration.ofSeconds(1));
    peers.outcomes().failed("peer", 1000, BY_PEER);
  }

  private void closeHere() {
    one.advance(Duration.ofSeconds(1));
    peers.outcomes().failed("peer", 1000, !BY_PEER);
  }
}

package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.RemovalCause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreRecallTest {
  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @Test
  void recall_peerNeverMet_wasNeverSeen() {
    assertThat(store.recall("peer")).isSameAs(RemovalHistory.Answer.NEVER_SEEN);
    assertThat(store.recall("peer").cause()).isNull();
  }

  @Test
  void recall_eachCause_byIdAndByPeer() {
    store.setTimeout(10);
    one.reusable("expired", "expired:443");
    one.advance(Duration.ofSeconds(10));
    store.sweep();
    one.reusable("invalidated", "invalidated:443");
    store.remove("invalidated");
    one.ticket("pulled", "pulled:443");
    store.peers().take("pulled:443", any -> true);
    store.remove("pulled");
    one.reusable("replaced", "replaced:443");
    one.reusable("replacing", "replaced:443");
    one.reusable("evicted", "evicted:443");
    store.get("replacing");
    one.advance(Duration.ofSeconds(1));
    store.get("replacing");
    store.setCapacity(1);

    for (RemovalCause cause : RemovalCause.values()) {
      if (cause != RemovalCause.COLLECTED) { // CollectedTest
        assertThat(store.recall(cause.word()).cause()).isEqualTo(cause);
        assertThat(store.recall(cause.word() + ":443").cause()).isEqualTo(cause);
      }
    }
  }

  @Test
  void recall_leftTwice_lastCauseCounts() {
    one.ticket("t1", "peer");
    store.peers().take("peer", any -> true);
    store.remove("t1");
    assertThat(store.recall("peer").cause()).isEqualTo(RemovalCause.PULLED);

    one.ticket("t2", "peer");
    store.remove("t2");
    assertThat(store.recall("peer").cause()).isEqualTo(RemovalCause.INVALIDATED);
  }

  @Test
  void recall_peerThatGaveNothing_isNothingResumable() {
    one.put("own", SessionAttributes.Use.NEVER);
    store.peers().link("own", "peer");

    assertThat(store.recall("peer")).isSameAs(RemovalHistory.Answer.NOTHING_RESUMABLE);
    assertThat(store.recall("peer").cause()).isNull();
    assertThat(store.recall("own")).isSameAs(RemovalHistory.Answer.NEVER_SEEN);
  }

  @Test
  void recall_peerThatGaveNothingAndThenTickets_saysWhyTheyLeft() {
    one.put("own", SessionAttributes.Use.NEVER);
    store.peers().link("own", "peer");
    one.ticket("t", "peer");
    store.peers().take("peer", any -> true);
    store.remove("t");

    one.put("own again", SessionAttributes.Use.NEVER);
    store.peers().link("own again", "peer");

    assertThat(store.recall("peer").cause()).isEqualTo(RemovalCause.PULLED);
  }

  @Test
  void recall_peerWithNothingNewSinceItsLastLeft_isNothingResumable() {
    one.ticket("t", "peer");
    store.remove("t");

    one.put("own", SessionAttributes.Use.NEVER);
    store.peers().link("own", "peer");

    assertThat(store.recall("peer")).isSameAs(RemovalHistory.Answer.NOTHING_RESUMABLE);
  }

  @Test
  void recall_peerThatWasMetAndLeftNoSession_isNothingResumable() {
    store.peers().fullHandshakeCompleted("peer");

    assertThat(store.recall("peer")).isSameAs(RemovalHistory.Answer.NOTHING_RESUMABLE);
  }

  @Test
  void recall_peerThatWasMetAndLeftOne_wasNeverSeenToLoseAny() {
    one.ticket("t", "peer");
    store.peers().fullHandshakeCompleted("peer");

    assertThat(store.recall("peer")).isSameAs(RemovalHistory.Answer.NEVER_SEEN);
  }

  @Test
  void recall_onlyTicketTakenAndNotUsedYet_countsAsPulled() {
    one.ticket("t", "peer");
    store.peers().take("peer", any -> true);

    assertThat(store.recall("peer").cause()).isEqualTo(RemovalCause.PULLED);
  }

  @Test
  void recall_asManyAsACacheHoldsByDefault_remembersNearlyAll() {
    assertThat(remembered(20_480)).isGreaterThan(19_000);
  }

  @Test
  void recall_farMoreThatLeft_remembersTheLatestAndNeverAnswersWrongly() {
    int count = 200_000;

    assertThat(remembered(count)).isBetween(20_480, 32_768);
    assertThat(store.recall(count - 1).cause()).isEqualTo(RemovalCause.INVALIDATED);
    assertThat(store.recall(count)).isSameAs(RemovalHistory.Answer.FORGOTTEN);
  }

  /** Of that many removed sessions. */
  private int remembered(int count) {
    for (int id = 0; id < count; id++) {
      one.reusable(id);
      store.remove(id);
    }
    int remembered = 0;
    for (int id = 0; id < count; id++) {
      RemovalHistory.Answer memory = store.recall(id);
      assertThat(memory).isNotSameAs(RemovalHistory.Answer.NEVER_SEEN);
      remembered += memory.cause() == RemovalCause.INVALIDATED ? 1 : 0;
    }
    return remembered;
  }
}

package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
  private final List<HandshakeRecord> records = new ArrayList<>();
  private final Recorder recorder = new Recorder(records::add, new ThreadCpuTimer());
  private final Object handshake = new Object();

  @Test
  void end_eachKind_isOneRecordOfThatResult() {
    recorder.full(handshake, Records.draft());
    recorder.resumed(new Object(), Records.draft());
    recorder.failed(new Object(), Records.draft());

    assertThat(records)
        .extracting(HandshakeRecord::result)
        .containsExactly(Result.FULL, Result.RESUMED, Result.FAILED);
  }

  @Test
  void began_noEnd_isNoRecord() {
    recorder.began(handshake, Records.origin(), false);
    recorder.noteIfFull(handshake, Reason.EXPIRED, null);

    assertThat(records).isEmpty();
  }

  @Test
  void full_severalReasonsNoted_hasTheLast() {
    recorder.began(handshake, Records.origin(), false);
    recorder.noteIfFull(handshake, Reason.DECLINED, null);
    recorder.noteIfFull(handshake, Reason.EXPIRED, null);
    recorder.full(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::reason).containsExactly(Reason.EXPIRED);
  }

  @Test
  void full_beginningNotSeen_hasTheReasonNotedSinceAndUnknownDuration() {
    recorder.noteIfFull(handshake, Reason.EXPIRED, null);
    recorder.full(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::reason).containsExactly(Reason.EXPIRED);
    assertThat(records.get(0).tookNanos()).isEqualTo(-1);
  }

  @Test
  void full_whenNothingWasNoted_isOfUnknownReason() {
    recorder.began(handshake, Records.origin(), false);
    recorder.full(handshake, Records.draft());
    recorder.full(new Object(), Records.draft());

    assertThat(records)
        .extracting(HandshakeRecord::reason)
        .containsExactly(Reason.UNKNOWN, Reason.UNKNOWN);
  }

  @Test
  void resumedOrFailed_reasonNoted_hasNone() {
    recorder.began(handshake, Records.origin(), false);
    recorder.noteIfFull(handshake, Reason.DECLINED, null);
    recorder.resumed(handshake, Records.draft());
    recorder.began(handshake, Records.origin(), false);
    recorder.noteIfFull(handshake, Reason.DECLINED, null);
    recorder.failed(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::reason).containsExactly(null, null);
  }

  @Test
  void givenUp_otherEndsFollow_isOneFailure() {
    recorder.began(handshake, Records.origin(), false);
    recorder.givenUp(handshake, Records.draft());
    recorder.givenUp(handshake, Records.draft());
    recorder.failed(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::result).containsExactly(Result.FAILED);
  }

  @Test
  void givenUp_whenItIsOver_isNothing() {
    recorder.began(handshake, Records.origin(), false);
    recorder.full(handshake, Records.draft());
    recorder.givenUp(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::result).containsExactly(Result.FULL);
  }

  @Test
  void givenUp_afterAReadThatTimedOut_saysSo() {
    recorder.began(handshake, Records.origin(), false);
    recorder.interrupted(handshake, "Read timed out");
    recorder.givenUp(handshake, Records.draft().failure("user_canceled", "closed here"));

    assertThat(records)
        .extracting(r -> Texts.of(r).get("error"))
        .containsExactly("Read timed out; closed here");
  }

  @Test
  void complete_afterAReadThatTimedOut_saysNothingOfIt() {
    recorder.began(handshake, Records.origin(), false);
    recorder.interrupted(handshake, "Read timed out");
    recorder.full(handshake, Records.draft());

    assertThat(Texts.of(records.get(0))).doesNotContainKey("error");
  }

  @Test
  void dropped_withoutAnEnd_isOneFailureOnceItIsCollected() {
    recorder.began(new Object(), Records.origin(), true);
    recorder.began(handshake, Records.origin(), false);

    awaitCollection();
    awaitCollection();

    assertThat(records).hasSize(1);
    Map<String, String> fields = Texts.of(records.get(0));
    assertThat(fields.remove("error")).contains("dropped, and not closed");
    assertThat(fields)
        .isEqualTo(
            Map.of(
                "handshake",
                "failed",
                "failure",
                "closed-here",
                "side",
                "client",
                "peer",
                "192.0.2.1:40000"));
    Reference.reachabilityFence(handshake);
  }

  @Test
  void dropped_afterItsEnd_isNothingMore() {
    Object completed = new Object();
    recorder.began(completed, Records.origin(), false);
    recorder.full(completed, Records.draft());
    Object givenUp = new Object();
    recorder.began(givenUp, Records.origin(), false);
    recorder.givenUp(givenUp, Records.draft());
    records.clear();
    completed = null;
    givenUp = null;

    recorder.began(new Object(), Records.origin(), false);
    awaitCollection();

    assertThat(records).hasSize(1);
  }

  @Test
  void unheard_isNoRecord_andCountedOnce() {
    recorder.began(handshake, Records.origin(), true);
    recorder.unheard(handshake);
    recorder.unheard(handshake);
    recorder.givenUp(handshake, Records.draft());
    recorder.failed(handshake, Records.draft());

    assertThat(records).isEmpty();
    assertThat(recorder.withoutHello()).isEqualTo(1);
  }

  @Test
  void dropped_serversBeforeTheHello_areNoRecords() {
    Object withHello = new Object();
    recorder.began(withHello, Records.origin(Side.SERVER), false);
    recorder.noteIfFull(withHello, Reason.NOT_OFFERED, null);
    recorder.began(new Object(), Records.origin(Side.SERVER), false);
    withHello = null;

    awaitCollection();

    await().untilAsserted(() -> assertThat(recorder.withoutHello()).isEqualTo(1));
    assertThat(records).hasSize(1);
  }

  @Test
  void detail_isThatOfTheLastReason_andOfFullHandshakesAlone() {
    recorder.began(handshake, Records.origin(), false);
    recorder.noteIfFull(handshake, Reason.TICKET_UNDECRYPTABLE, Detail.OTHER_CONTEXT);
    recorder.full(handshake, Records.draft());
    Object expired = new Object();
    recorder.began(expired, Records.origin(), false);
    recorder.noteIfFull(expired, Reason.UNKNOWN_SESSION, Detail.OTHER_CONTEXT);
    recorder.noteIfFull(expired, Reason.EXPIRED, null);
    recorder.full(expired, Records.draft());
    Object resumed = new Object();
    recorder.began(resumed, Records.origin(), false);
    recorder.noteIfFull(resumed, Reason.UNKNOWN_SESSION, Detail.OTHER_CONTEXT);
    recorder.resumed(resumed, Records.draft());

    assertThat(records)
        .extracting(HandshakeRecord::detail)
        .containsExactly(Detail.OTHER_CONTEXT, null, null);
  }

  /** Waits until a handshake begun before has been found dropped. */
  private void awaitCollection() {
    await()
        .untilAsserted(
            () -> {
              System.gc();
              recorder.recordDropped();
              assertThat(records).isNotEmpty();
            });
  }
}

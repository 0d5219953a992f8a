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
  private static final int MANY = 2_000;

  private final List<HandshakeRecord> records = new ArrayList<>();
  private final ThreadCpuTimer cpu = new ThreadCpuTimer();
  private final Recorder recorder = new Recorder(records::add, cpu);
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
  void full_beginningNotSeen_hasTheReasonThatWasNotedSinceAndTookAnUnknownTime() {
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

  /** Until one that was begun before has been found dropped. */
  private void awaitCollection() {
    await()
        .untilAsserted(
            () -> {
              System.gc();
              recorder.recordDropped();
              assertThat(records).isNotEmpty();
            });
  }

  @Test
  void took_completed_isFromBeginningToEnd() {
    long before = System.nanoTime();
    recorder.began(handshake, Records.origin(), false);
    recorder.full(handshake, Records.draft());
    long passed = System.nanoTime() - before;

    assertThat(records.get(0).tookNanos()).isBetween(0L, passed);
  }

  @Test
  void took_whenTheBeginningWasNotSeen_isNotThere() {
    recorder.full(handshake, Records.draft());

    assertThat(records.get(0).tookNanos()).isEqualTo(-1);
    assertThat(Texts.of(records.get(0))).doesNotContainKey("took");
  }

  @Test
  void time_ofARecord_isTheWallClocks() {
    long before = System.currentTimeMillis();
    recorder.full(handshake, Records.draft());

    assertThat(records.get(0).timeMillis()).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void cpu_severalThreads_isTheirSum() {
    long[] clock = {0};
    cpu.measureBy(() -> clock[0]);
    recorder.began(handshake, Records.origin(), false);
    recorder.workBegins(handshake);
    clock[0] += 30;
    recorder.workEnds(handshake);
    clock[0] += 1000;
    recorder.workBegins(handshake);
    clock[0] += 4;
    recorder.full(handshake, Records.draft());
    clock[0] += 1000;
    recorder.workEnds(handshake);

    assertThat(records).extracting(HandshakeRecord::cpuNanos).containsExactly(34L);
  }

  @Test
  void cpu_threadThatTellsNothing_isNotKnown() {
    recorder.began(handshake, Records.origin(), false);
    recorder.workBegins(handshake);
    recorder.full(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::cpuNanos).containsExactly(-1L);
  }

  @Test
  void cpu_endOutsideOfAnyWork_addsNothing() {
    long[] clock = {0};
    cpu.measureBy(() -> clock[0]);
    recorder.began(handshake, Records.origin(), false);
    recorder.workBegins(handshake);
    clock[0] += 30;
    recorder.workEnds(handshake);
    clock[0] += 1000;
    recorder.failed(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::cpuNanos).containsExactly(30L);
  }

  @Test
  void cpu_inOneGo_isThatOfTheThreadFromBeginningToEnd() {
    long[] clock = {0};
    cpu.measureBy(() -> clock[0]);
    recorder.began(handshake, Records.origin(), true);
    clock[0] += 30;
    recorder.full(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::cpuNanos).containsExactly(30L);
  }

  @Test
  void cpu_inOneGoWithAnotherHandshakeWithin_isNotKnown() {
    long[] clock = {0};
    cpu.measureBy(() -> clock[0]);
    recorder.began(handshake, Records.origin(), true);
    Object within = new Object();
    recorder.began(within, Records.origin(), true);
    clock[0] += 30;
    recorder.full(within, Records.draft());
    clock[0] += 30;
    recorder.full(handshake, Records.draft());

    assertThat(records).extracting(HandshakeRecord::cpuNanos).containsExactly(30L, -1L);
  }

  @Test
  void cpu_whileReadingTheClockTakesTooMuch_isOfSomeHandshakesOnlyAndThenWhole() {
    long[] clock = {0};
    cpu.measureBy(() -> dearly(clock));
    for (int i = 0; i < MANY; i++) {
      recorder.began(handshake, Records.origin(), false);
      for (int step = 0; step < 3; step++) {
        recorder.workBegins(handshake);
        clock[0] += 10;
        recorder.workEnds(handshake);
      }
      recorder.full(handshake, Records.draft());
    }

    assertThat(records).extracting(HandshakeRecord::cpuNanos).containsOnly(30L, -1L);
    assertThat(records.get(0).cpuNanos()).isEqualTo(30);
    assertThat(records).filteredOn(one -> one.cpuNanos() < 0).hasSizeGreaterThan(MANY / 2);
  }

  /** Takes 20 microseconds and more, of which 50 ms are allowed at once and 1 ms a second. */
  private static long dearly(long[] clock) {
    long until = System.nanoTime() + 20_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return clock[0];
  }
}

package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recorder measures: wall-clock and CPU time. */
class RecorderTimesTest {
  private static final int MANY = 2_000;

  private final List<HandshakeRecord> records = new ArrayList<>();
  private final ThreadCpuTimer cpu = new ThreadCpuTimer();
  private final Recorder recorder = new Recorder(records::add, cpu);
  private final Object handshake = new Object();

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
  void cpu_threadWithoutClock_isUnknown() {
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
  void cpu_withAnExpensiveClock_isMeasuredForSomeHandshakes() {
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

  /** Takes at least 20 microseconds, of which 50 ms are allowed at once and 1 ms a second. */
  private static long dearly(long[] clock) {
    long until = System.nanoTime() + 20_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return clock[0];
  }
}

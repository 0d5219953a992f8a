package io.jssekeeper.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final long HOUR = TimeUnit.HOURS.toMillis(1);
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final ManualClocks clocks = new ManualClocks();
  private final SteadyClock clock = new SteadyClock(clocks);

  @Test
  void age_withoutSteps_isWhatPassed() {
    long created = clocks.wallMillis();
    clocks.pass(HOUR);

    assertThat(clock.ageMillis(created)).isEqualTo(HOUR);
    assertThat(clock.ageMillis(created - DAY)).as("from before the start").isEqualTo(DAY + HOUR);
  }

  @Test
  void age_afterStepForwards_isWhatPassed() {
    clocks.pass(MINUTE);
    long created = clocks.wallMillis();
    clocks.pass(MINUTE);
    clocks.step(2 * DAY);
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(created)).isEqualTo(2 * MINUTE);
  }

  @Test
  void age_afterStepBack_isWhatPassed() {
    clocks.pass(MINUTE);
    long created = clocks.wallMillis();
    clocks.pass(MINUTE);
    clocks.step(-2 * DAY);
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(created)).isEqualTo(2 * MINUTE);
  }

  @Test
  void age_ofWhatCameAfterAStep_isWhatPassed() {
    for (long step : new long[] {2 * DAY, -2 * DAY, -HOUR}) {
      clocks.step(step);
      clock.poll();
      clocks.pass(MINUTE);
      long created = clocks.wallMillis();
      clocks.pass(MINUTE);

      assertThat(clock.ageMillis(created)).as("after %s", step).isEqualTo(MINUTE);
    }
  }

  @Test
  void age_thereAndBack_isWhatPassed() {
    long created = clocks.wallMillis();
    clocks.pass(MINUTE);
    clocks.step(2 * DAY);
    clock.poll();
    clocks.pass(MINUTE);
    clocks.step(-2 * DAY);
    clock.poll();
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(created)).isEqualTo(3 * MINUTE);
  }

  /** No comparison happens at the very moment of a step. */
  @Test
  void age_ofSessionCreatedJustAfterAStep_isOffByOneIntervalAtMost() {
    for (long step : new long[] {2 * DAY, -2 * DAY}) {
      clock.poll();
      clocks.pass(300);
      long before = clocks.wallMillis();
      clocks.step(step);
      clocks.pass(100);
      long after = clocks.wallMillis();
      clocks.pass(100);
      clock.poll();
      clocks.pass(MINUTE);

      assertThat(clock.ageMillis(before)).isBetween(MINUTE + 200, MINUTE + 500);
      assertThat(clock.ageMillis(after)).isBetween(MINUTE + 100, MINUTE + 500);
    }
  }

  @Test
  void age_ofATimeThatNeverWas_isFromTheStepThatPassedOverIt() {
    clocks.pass(MINUTE);
    long never = clocks.wallMillis() + HOUR;
    clock.poll();
    clocks.step(DAY);
    clock.poll();
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(never)).isEqualTo(MINUTE);
  }

  @Test
  void age_ofATimeToCome_isNothing() {
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(clocks.wallMillis() + HOUR)).isZero();
  }

  @Test
  void nanos_machineSuspended_countThatTime() {
    long created = clocks.wallMillis();
    long began = clock.nanos();
    clocks.sleep(8 * HOUR);
    clock.poll();
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(created)).isEqualTo(8 * HOUR + MINUTE);
    assertThat(clock.nanos() - began).isEqualTo(TimeUnit.MILLISECONDS.toNanos(8 * HOUR + MINUTE));
    assertThat(clock.takeSteps()).isZero();
  }

  @Test
  void suspension_withAStep_isBoth() {
    long created = clocks.wallMillis();
    clocks.sleep(8 * HOUR);
    clocks.step(2 * DAY);
    clock.poll();

    assertThat(clock.ageMillis(created)).isEqualTo(8 * HOUR);
    assertThat(clock.takeSteps()).isEqualTo(2 * DAY);
  }

  @Test
  void steadyMillis_wallClockStepped_makeNoStep() {
    long began = clock.steadyMillis();
    clocks.step(2 * DAY);
    clocks.pass(MINUTE);

    assertThat(began).isEqualTo(clocks.wallMillis() - 2 * DAY - MINUTE);
    assertThat(clock.steadyMillis()).isEqualTo(began + MINUTE);
  }

  @Test
  void takeSteps_severalSteps_returnsTheirSumOnce() {
    clocks.step(2 * DAY);
    clock.poll();
    clocks.step(-HOUR);
    clock.poll();

    assertThat(clock.takeSteps()).isEqualTo(2 * DAY - HOUR);
    assertThat(clock.takeSteps()).isZero();
  }

  @Test
  void steppedSince_severalSteps_isTheSumOfLaterOnes() {
    clocks.step(DAY);
    clocks.pass(MINUTE);
    long between = clock.steadyMillis();
    clocks.pass(MINUTE);
    clocks.step(HOUR);
    clocks.pass(MINUTE);

    assertThat(clock.steppedSince(between)).isEqualTo(HOUR);
    assertThat(clock.steppedSince(between - 2 * MINUTE)).isEqualTo(DAY + HOUR);
  }

  @Test
  void drift_belowTheShortestStep_isNone() {
    clocks.step(SteadyClock.MIN_STEP_MILLIS - 1);
    clock.poll();
    assertThat(clock.takeSteps()).isZero();

    clocks.step(1);
    clock.poll();
    assertThat(clock.takeSteps()).isEqualTo(SteadyClock.MIN_STEP_MILLIS);
  }

  @Test
  void ageMillis_moreStepsThanAreKept_forgetsTheOldest() {
    for (int i = 0; i < 3 * SteadyClock.MAX_OFFSETS; i++) {
      clocks.step(HOUR);
      clocks.pass(MINUTE);
      clock.poll();
    }
    long created = clocks.wallMillis();
    clocks.step(-DAY);
    clocks.pass(MINUTE);

    assertThat(clock.ageMillis(created)).isEqualTo(MINUTE);
  }

  /** A resumed handshake has several looks, and reading clocks is a good part of its cost. */
  @Test
  void steadyMillis_withinAMillisecond_readTheWallClockOnce() {
    clocks.pass(1);
    clock.steadyMillis();
    int reads = clocks.wallReads();
    for (int i = 0; i < 10; i++) {
      clock.steadyMillis();
      clock.ageMillis(0);
    }
    assertThat(clocks.wallReads()).isEqualTo(reads);

    clocks.pass(1);
    clock.steadyMillis();
    assertThat(clocks.wallReads()).isEqualTo(reads + 1);
  }

  @Test
  void steadyMillis_stepWithinAMillisecond_isNoticedAfterIt() {
    clocks.pass(1);
    long began = clock.steadyMillis();
    clocks.step(DAY);
    assertThat(clock.steadyMillis()).isEqualTo(began);
    clocks.pass(1);

    assertThat(clock.steadyMillis()).isEqualTo(began + 1);
    assertThat(clock.takeSteps()).isEqualTo(DAY);
  }
}

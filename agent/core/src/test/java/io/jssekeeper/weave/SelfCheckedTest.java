package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.weave.WeavePoint.Where;
import io.jssekeeper.weave.WeaveState.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelfCheckedTest {
  private static final String CALL = "Odd.method KeeperHooks.hook";
  private static final WeavePoint POINT =
      WeaveTable.row("Odd", "method", "()V")
          .at(Where.ENTRY, "Hooks.hook()V", "", "the rest")
          .calledIn(Trigger.RESUMED);

  private final List<WeaveState> told = new ArrayList<>();
  private final WeaveReport report = new WeaveReport(List.of(POINT), told::add);

  @Test
  void weave_thatHasCalledItsHook_isCountedAndActive() {
    report.active(POINT);

    assertThat(report.selfChecked(EnumSet.of(Trigger.RESUMED), Set.of(CALL))).isEqualTo(1);
    assertThat(report.states().get(0).state()).isEqualTo(State.ACTIVE);
    assertThat(told).isEmpty();
  }

  @Test
  void weave_thatShouldHaveCalled_isSilentAndReportedOnce() {
    report.active(POINT);

    for (int i = 0; i < 2; i++) {
      assertThat(report.selfChecked(EnumSet.of(Trigger.RESUMED), Set.of())).isZero();
    }
    assertThat(report.states().get(0).state()).isEqualTo(State.SILENT);
    assertThat(report.states().get(0).isTrouble()).isTrue();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).sentence())
        .isEqualTo("Odd.method() is woven, but did not call its hook in the self-check: the rest");
  }

  @Test
  void weave_ofAnotherScene_isNotExpected() {
    report.active(POINT);

    assertThat(report.selfChecked(EnumSet.of(Trigger.FULL), Set.of())).isZero();
    assertThat(report.states().get(0).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void weave_thatIsNotActive_isNotExpected() {
    assertThat(report.isAnyActive()).isFalse();
    report.selfChecked(EnumSet.allOf(Trigger.class), Set.of());

    assertThat(told).isEmpty();
  }
}

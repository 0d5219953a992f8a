package io.jssekeeper.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContextChurnTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final List<String> told = new ArrayList<>();
  private final ContextChurn churn = new ContextChurn(told::add);

  @Test
  void contexts_madeInALoop_areReportedOnceWithTheirCallSite() {
    for (int i = 0; i < 50; i++) {
      madeHere();
    }

    assertThat(told).hasSize(1);
    assertThat(told.get(0)).doesNotContain("Churn.contextMade");
    assertThat(churn.places()).isEqualTo(told);
  }

  @Test
  void contexts_fewInAMinute_areNotReported() {
    for (int i = 0; i < ContextChurn.MAX_PER_MINUTE; i++) {
      assertThat(churn.isNews("a", i * SECOND)).isFalse();
    }
    assertThat(churn.isNews("a", 61 * SECOND)).isFalse();
    assertThat(churn.places()).isEmpty();
  }

  @Test
  void contexts_oneTooManyInAMinute_areNewsOnce() {
    for (int i = 0; i < ContextChurn.MAX_PER_MINUTE; i++) {
      churn.isNews("a", i);
    }

    assertThat(churn.isNews("a", 59 * SECOND)).isTrue();
    assertThat(churn.isNews("a", 59 * SECOND + 1)).isFalse();
    assertThat(churn.places()).containsExactly("a");
  }

  @Test
  void contexts_atManyPlaces_areNotAddedUp() {
    for (int i = 0; i < 200; i++) {
      assertThat(churn.isNews("place " + i, i)).isFalse();
    }
  }

  private void madeHere() {
    churn.contextMade();
  }
}

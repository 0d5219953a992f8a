package io.jssekeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.record.Reason;
import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void about_everyReason_saysWhatToDo() {
    for (Reason reason : Reason.values()) {
      assertThat(Advice.about(reason.word())).as(reason.word()).isNotEmpty().doesNotEndWith(".");
    }
    assertThat(Advice.about("of a later release")).isEmpty();
  }
}

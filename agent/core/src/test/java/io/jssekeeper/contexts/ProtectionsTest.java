package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Protection;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ProtectionsTest {
  private final Protections protections =
      new Protections(EnumSet.of(Protection.GC, Protection.CLOSE));

  @Test
  void isOn_eachProtection_isAsSet() {
    assertThat(Protection.values())
        .filteredOn(protections::protectsFrom)
        .containsExactly(Protection.GC, Protection.CLOSE);
  }

  @Test
  void protectFrom_changesIt_andKeepsTheCounts() {
    protections.prevented(Protection.GC, 3);

    protections.protectFrom(EnumSet.of(Protection.CLOCK));

    assertThat(Protection.values())
        .filteredOn(protections::protectsFrom)
        .containsExactly(Protection.CLOCK);
    assertThat(protections.counts()).containsEntry(Protection.GC, 3L);
  }

  @Test
  void counts_nameEachWay_inOrder() {
    protections.prevented(Protection.TICKETS, 2);
    protections.prevented(Protection.TICKETS, 1);

    assertThat(protections.counts().keySet()).containsExactly(Protection.values());
    assertThat(protections.counts().values()).containsExactly(0L, 0L, 0L, 0L, 3L);
  }
}

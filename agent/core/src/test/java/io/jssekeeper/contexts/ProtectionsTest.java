package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Protection;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ProtectionsTest {
  private final Protections guard = new Protections(EnumSet.of(Protection.GC, Protection.CLOSE));

  @Test
  void isOn_eachProtection_isAsSet() {
    assertThat(Protection.values())
        .filteredOn(guard::protectsFrom)
        .containsExactly(Protection.GC, Protection.CLOSE);
  }

  @Test
  void protectFrom_changesIt_andKeepsTheCounts() {
    guard.prevented(Protection.GC, 3);

    guard.protectFrom(EnumSet.of(Protection.CLOCK));

    assertThat(Protection.values())
        .filteredOn(guard::protectsFrom)
        .containsExactly(Protection.CLOCK);
    assertThat(guard.counts()).containsEntry(Protection.GC, 3L);
  }

  @Test
  void counts_nameEachWay_inOrder() {
    guard.prevented(Protection.TICKETS, 2);
    guard.prevented(Protection.TICKETS, 1);

    assertThat(guard.counts().keySet()).containsExactly(Protection.values());
    assertThat(guard.counts().values()).containsExactly(0L, 0L, 0L, 0L, 3L);
  }
}

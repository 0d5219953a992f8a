package io.jssekeeper.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class GuardTest {
  private final Guard guard = new Guard(EnumSet.of(Purge.GC, Purge.CLOSE));

  @Test
  void protectsFrom_whatItWasMadeFor() {
    assertThat(Purge.values())
        .filteredOn(guard::protectsFrom)
        .containsExactly(Purge.GC, Purge.CLOSE);
  }

  @Test
  void protectFrom_changesIt_andKeepsTheCounts() {
    guard.prevented(Purge.GC, 3);

    guard.protectFrom(EnumSet.of(Purge.CLOCK));

    assertThat(Purge.values()).filteredOn(guard::protectsFrom).containsExactly(Purge.CLOCK);
    assertThat(guard.counts()).containsEntry(Purge.GC, 3L);
  }

  @Test
  void counts_nameEachWay_inOrder() {
    guard.prevented(Purge.TICKETS, 2);
    guard.prevented(Purge.TICKETS, 1);

    assertThat(guard.counts().keySet()).containsExactly(Purge.values());
    assertThat(guard.counts().values()).containsExactly(0L, 0L, 0L, 0L, 3L);
  }
}

package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Protection;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code Reference.enqueue} plays the collector, and clears as it does. */
class SoftReferenceCanariesTest {
  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(1_000_000), 10);
  private final SessionStore<Object> store = stores.open(Side.SERVER);
  private final Protections protections = new Protections(EnumSet.allOf(Protection.class));
  private final SoftReferenceCanaries canaries = new SoftReferenceCanaries(stores, protections);

  @Test
  void canaryGone_sessionsUsedBefore_areCountedOnce() {
    put("a");
    put("b");
    canaries.run();
    put("after");

    youngest().enqueue();
    canaries.run();
    assertThat(counted()).isEqualTo(2);

    youngest().enqueue();
    canaries.run();
    assertThat(counted()).as("with the one that came after").isEqualTo(3);
  }

  @Test
  void canaryGone_sessionUsedSinceItWasCounted_countsAgain() {
    put("a");
    canaries.run();
    youngest().enqueue();
    canaries.run();
    store.get("a");
    canaries.run();

    youngest().enqueue();
    canaries.run();

    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void canaryGone_nothingButAnOldOne_countsWhatIsAsOld() {
    put("old");
    canaries.run();
    put("young");
    canaries.run();

    canaries.alive().get(0).enqueue();
    canaries.run();

    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void canaryGone_notProtected_countsNothing() {
    protections.protectFrom(Set.of(Protection.CLOCK));
    put("a");
    canaries.run();

    youngest().enqueue();
    canaries.run();

    assertThat(counted()).isZero();
  }

  @Test
  void run_veryOften_leavesAFewDozenOfAllAges() {
    canaries.run();
    SoftReferenceCanaries.Canary first = youngest();
    for (int i = 0; i < 100_000; i++) {
      canaries.run();
    }

    assertThat(canaries.alive()).contains(first).hasSizeLessThan(64);
  }

  private SoftReferenceCanaries.Canary youngest() {
    List<SoftReferenceCanaries.Canary> alive = canaries.alive();
    return alive.get(alive.size() - 1);
  }

  private long counted() {
    return protections.counts().get(Protection.GC);
  }

  private void put(Object id) {
    store.put(id, new Object(), new SessionAttributes(0, 100, SessionAttributes.Use.MANY));
  }
}

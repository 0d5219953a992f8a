package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Invalidated by two threads while a sweep goes on: it leaves once, and is counted once. */
@JCStressTest
@Outcome(id = "0, 0, 1", expect = Expect.ACCEPTABLE, desc = "out, and counted once")
@Outcome(expect = Expect.FORBIDDEN, desc = "still in, or counted otherwise")
@State
public class RemovedOnceStressTest extends StoreState {
  public RemovedOnceStressTest() {
    reusable("session");
  }

  @Actor
  public void first() {
    store.remove("session");
  }

  @Actor
  public void second() {
    store.remove("session");
  }

  @Actor
  public void sweep() {
    store.sweep();
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r1 = is(store.get("session"));
    seen.r2 = store.size();
    seen.r3 = (int) store.counts().removals().values().stream().mapToLong(Long::longValue).sum();
  }
}

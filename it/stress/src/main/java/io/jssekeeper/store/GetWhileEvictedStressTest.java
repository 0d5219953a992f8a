package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Room for one, and another session comes: one of the two is in, the least recently used not. */
@JCStressTest
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "behind the eviction")
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "before the eviction")
@Outcome(
    id = "1, 0, 1",
    expect = Expect.ACCEPTABLE_INTERESTING,
    desc = "the first was used after the second had come: the second is the least recently used")
@Outcome(expect = Expect.FORBIDDEN, desc = "a session too many, or lost")
@State
public class GetWhileEvictedStressTest extends StoreState {
  public GetWhileEvictedStressTest() {
    store.setCapacity(1);
    reusable("first");
  }

  @Actor
  public void put() {
    reusable("second");
  }

  @Actor
  public void get(III_Result seen) {
    String found = store.get("first");
    seen.r1 = found == null ? 0 : found.equals("first") ? 1 : -1;
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r2 = is(store.get("second"));
    seen.r3 = store.size();
  }
}

package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** Room for two, and a third comes while the older is used: one of the two leaves, and only one. */
@JCStressTest
@Outcome(id = "1, 1, 0, 1", expect = Expect.ACCEPTABLE, desc = "used in time: the other one leaves")
@Outcome(id = "0, 0, 1, 1", expect = Expect.ACCEPTABLE, desc = "used too late")
@Outcome(
    id = "1, 0, 1, 1",
    expect = Expect.ACCEPTABLE_INTERESTING,
    desc = "used while it was leaving")
@Outcome(expect = Expect.FORBIDDEN, desc = "none or both leave, or the third is not in")
@State
public class OrderOfUseStressTest extends StoreState {
  public OrderOfUseStressTest() {
    store.setCapacity(2);
    reusable("older");
    reusable("newer");
  }

  @Actor
  public void use(IIII_Result seen) {
    seen.r1 = is(store.get("older"));
  }

  @Actor
  public void put() {
    reusable("third");
  }

  @Arbiter
  public void afterwards(IIII_Result seen) {
    seen.r2 = store.has("older") ? 1 : 0;
    seen.r3 = store.has("newer") ? 1 : 0;
    seen.r4 = store.has("third") && store.size() == 2 ? 1 : 0;
  }
}

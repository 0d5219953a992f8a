package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A client sends one ticket on two connections to a server that keeps it: one resumes. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "the first")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "the second")
@Outcome(expect = Expect.FORBIDDEN, desc = "used twice, or lost")
@State
public class TicketPulledTwiceStressTest extends StoreState {
  public TicketPulledTwiceStressTest() {
    ticket("ticket");
  }

  @Actor
  public void first(III_Result seen) {
    seen.r1 = is(store.pull("ticket"));
  }

  @Actor
  public void second(III_Result seen) {
    seen.r2 = is(store.pull("ticket"));
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r3 = is(store.pull("ticket")) + store.size();
  }
}

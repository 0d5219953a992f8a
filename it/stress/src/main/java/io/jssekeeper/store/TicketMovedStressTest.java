package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A ticket is moved to another cache, as by a detach, while a connection wants it: one gets it. */
@JCStressTest
@Outcome(
    id = "1, 0, 0",
    expect = Expect.ACCEPTABLE,
    desc = "the connection; it is in until it is removed")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "the other cache")
@Outcome(expect = Expect.FORBIDDEN, desc = "in two places, or lost")
@State
public class TicketMovedStressTest extends StoreState {
  public TicketMovedStressTest() {
    ticket("ticket");
  }

  @Actor
  public void connection(III_Result seen) {
    seen.r1 = taken();
  }

  @Actor
  public void move(III_Result seen) {
    seen.r2 = is(store.takeOut("ticket"));
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r3 = taken() + is(store.takeOut("ticket"));
  }
}

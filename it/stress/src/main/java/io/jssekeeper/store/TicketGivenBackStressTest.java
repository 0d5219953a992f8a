package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** One takes the ticket and gives it back; another one wants it meanwhile. */
@JCStressTest
@Outcome(
    id = "1, 0, 1",
    expect = Expect.ACCEPTABLE,
    desc = "given back, and the other was too early")
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "given back, and then the other has it")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "the other was first")
@Outcome(expect = Expect.FORBIDDEN, desc = "used twice, or lost")
@State
public class TicketGivenBackStressTest extends StoreState {
  public TicketGivenBackStressTest() {
    ticket("ticket");
  }

  @Actor
  public void giver(III_Result seen) {
    PeerIndex.Taken<String> taken = take();
    seen.r1 = taken != null && taken.ticket().giveBack(taken.session()) ? 1 : 0;
  }

  @Actor
  public void other(III_Result seen) {
    seen.r2 = taken();
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r3 = taken();
  }
}

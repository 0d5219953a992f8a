package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A ticket is given back while all of its peer is ended: it is not back then. */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "ended before it was given back")
@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "given back, and ended with the others")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is left of what was ended")
@State
public class TicketEndedStressTest extends StoreState {
  private final PeerIndex.Taken<String> taken;

  public TicketEndedStressTest() {
    ticket("ticket");
    taken = take();
  }

  @Actor
  public void giver(III_Result seen) {
    seen.r1 = taken.ticket().giveBack(taken.session()) ? 1 : 0;
  }

  @Actor
  public void end() {
    store.peers().end(PEER);
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r2 = taken();
    seen.r3 = store.size();
  }
}

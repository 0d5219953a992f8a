package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A reader sees an entry that is being put or not, and whole if it does; afterwards all do. */
@JCStressTest
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "before the put")
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "behind the put")
@Outcome(expect = Expect.FORBIDDEN, desc = "an entry is lost, or not whole")
@State
public class IndexGetWhilePutStressTest extends IndexState {
  private final Id staying = new Id("staying", 7);
  private final Id coming = new Id("coming", 7);

  public IndexGetWhilePutStressTest() {
    put(entry(staying));
  }

  @Actor
  public void put() {
    put(entry(coming));
  }

  @Actor
  public void get(III_Result seen) {
    Entry<Object> found = index.get(coming);
    seen.r1 = found == null ? 0 : found.id == coming && found.hash == 7 ? 1 : -1;
    seen.r2 = has(staying);
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r3 = has(coming) & has(staying);
  }
}

package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A reader on its way through an entry that leaves finds what comes behind it in the chain. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "behind the removal")
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "before the removal")
@Outcome(expect = Expect.FORBIDDEN, desc = "another entry of the chain is lost")
@State
public class IndexGetWhileRemoveStressTest extends IndexState {
  private final Id first = new Id("first", 5);
  private final Id second = new Id("second", 5);
  private final Id third = new Id("third", 5);
  private final Entry<Object> leaving = entry(second);

  public IndexGetWhileRemoveStressTest() {
    put(entry(first));
    put(leaving);
    put(entry(third));
  }

  @Actor
  public void remove() {
    remove(leaving);
  }

  @Actor
  public void get(III_Result seen) {
    seen.r1 = has(first);
    seen.r2 = has(second);
    seen.r3 = has(third);
  }
}

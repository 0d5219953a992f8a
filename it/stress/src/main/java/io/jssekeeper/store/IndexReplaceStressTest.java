package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** One leaves and another of the same id comes, while a third thread puts a neighbour in. */
@JCStressTest
@Outcome(id = "0, 2, 1", expect = Expect.ACCEPTABLE, desc = "in between")
@Outcome(id = "1, 2, 1", expect = Expect.ACCEPTABLE, desc = "the one before")
@Outcome(id = "2, 2, 1", expect = Expect.ACCEPTABLE, desc = "the one behind")
@Outcome(expect = Expect.FORBIDDEN, desc = "an entry is lost")
@State
public class IndexReplaceStressTest extends IndexState {
  private final Id id = new Id("id", 9);
  private final Id neighbour = new Id("neighbour", 9);
  private final Entry<Object> before = entry(id);
  private final Entry<Object> behind = entry(id);

  public IndexReplaceStressTest() {
    put(before);
  }

  @Actor
  public void replace() {
    remove(before);
    put(behind);
  }

  @Actor
  public void neighbour() {
    put(entry(neighbour));
  }

  @Actor
  public void get(III_Result seen) {
    seen.r1 = which();
  }

  private int which() {
    Entry<Object> found = index.get(id);
    return found == null ? 0 : found == before ? 1 : found == behind ? 2 : -1;
  }

  @Arbiter
  public void afterwards(III_Result seen) {
    seen.r2 = which();
    seen.r3 = has(neighbour);
  }
}

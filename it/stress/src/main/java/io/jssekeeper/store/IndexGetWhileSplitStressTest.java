package io.jssekeeper.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The fifth entry of sixteen bins splits bin 0 (four bins for each entry): those of it that stay,
 * and those that move to bin 16, are found all the time.
 */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "found")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost while its bin was split")
@State
public class IndexGetWhileSplitStressTest extends IndexState {
  private final Id stays = new Id("stays", 0);
  private final Id moves = new Id("moves", 16);
  private final Id movesToo = new Id("movesToo", 48);

  public IndexGetWhileSplitStressTest() {
    put(entry(stays));
    put(entry(moves));
    put(entry(movesToo));
    put(entry(new Id("elsewhere", 3)));
  }

  @Actor
  public void split() {
    put(entry(new Id("the fifth", 5)));
  }

  @Actor
  public void get(III_Result seen) {
    seen.r1 = has(stays);
    seen.r2 = has(moves);
    seen.r3 = has(movesToo);
  }
}

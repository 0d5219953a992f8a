package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.Allocations;
import io.jssekeeper.model.Side;
import io.jssekeeper.tracking.SessionHolders;
import io.jssekeeper.tracking.SessionTree;
import io.jssekeeper.tracking.WeakIdentityMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The state kept beside the stores; each of its allocations fails once, in turn. */
public final class ContextsFullHeapScene implements Runnable {
  @Override
  public void run() {
    new ContextRegistry(new MemoryBudget(100), 2).open(Side.SERVER);
    for (IntPredicate each : scenes()) {
      each.test(Integer.MAX_VALUE); // loads the classes it needs
      int nth = 1;
      while (each.test(nth)) {
        nth++;
      }
      assertThat(nth).isGreaterThan(1);
    }
  }

  /** Each makes the n-th allocation fail, and returns whether there is one. */
  private List<IntPredicate> scenes() {
    return List.of(this::birth, this::endOfALine, this::note, this::settling, this::opening);
  }

  private static boolean fails(int nth, Runnable what) {
    Allocations.failAt(nth);
    try {
      what.run();
    } catch (OutOfMemoryError e) {
      assertThat(e).hasMessage("for this test");
    } finally {
      nth = Allocations.haveFailed() ? 1 : 0;
    }
    return nth == 1;
  }

  private boolean birth(int nth) {
    SessionTree sessionTree = new SessionTree();
    Object parent = new Object();
    Object child = new Object();
    boolean failed = fails(nth, () -> sessionTree.addChild(parent, child));
    assertThat(sessionTree.size()).isEqualTo(failed ? 0 : 2);
    List<Object> children = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      children.add(new Object());
      sessionTree.addChild(parent, children.get(i));
    }
    assertThat(sessionTree.removeSubtree(parent)).containsAll(children).hasSize(failed ? 100 : 101);
    assertThat(sessionTree.size()).isZero();
    return failed;
  }

  private boolean endOfALine(int nth) {
    SessionTree sessionTree = new SessionTree();
    List<Object> line = new ArrayList<>(List.of(new Object()));
    for (int i = 1; i < 20; i++) {
      line.add(new Object());
      sessionTree.addChild(line.get(i - 1), line.get(i));
    }
    List<Object> ended = new ArrayList<>();
    boolean failed = fails(nth, () -> ended.addAll(sessionTree.removeSubtree(line.get(0))));
    if (failed) {
      ended.addAll(sessionTree.removeSubtree(line.get(0)));
    }
    assertThat(ended).containsExactlyInAnyOrderElementsOf(line.subList(1, 20));
    assertThat(sessionTree.size()).isZero();
    return failed;
  }

  private boolean note(int nth) {
    WeakIdentityMap<String> table = new WeakIdentityMap<>();
    Object of = new Object();
    boolean failed = fails(nth, () -> table.put(of, "note"));
    assertThat(table.get(of)).isEqualTo(failed ? null : "note");
    assertThat(table.size()).isEqualTo(failed ? 0 : 1);
    return failed;
  }

  private boolean settling(int nth) {
    SessionHolders holders = new SessionHolders();
    List<Object> connections = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      connections.add(new Object());
      holders.established(connections.get(i), connections);
    }
    boolean failed = fails(nth, holders::forgetDead);
    assertThat(holders.connections()).isEqualTo(300);
    return failed;
  }

  private boolean opening(int nth) {
    MemoryBudget budget = new MemoryBudget(1_000);
    ContextRegistry stores = new ContextRegistry(budget, 2);
    boolean failed = fails(nth, () -> stores.open(Side.SERVER));
    await().until(() -> isEmpty(stores));
    for (int i = 0; i < 20; i++) {
      Sessions.put(stores.open(Side.SERVER), 0, 1);
    }
    assertThatCode(() -> await().until(() -> isEmpty(stores))).doesNotThrowAnyException();
    assertThat(budget.strongBytes()).isZero();
    assertThat(stores.totals().hits()).isZero();
    assertThat(Map.copyOf(stores.totals().removals())).isNotEmpty();
    return failed;
  }

  private static boolean isEmpty(ContextRegistry stores) {
    System.gc();
    stores.forgetGone();
    return stores.size() == 0;
  }
}

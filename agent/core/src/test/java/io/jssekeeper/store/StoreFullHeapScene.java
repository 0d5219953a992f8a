package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.Allocations;
import java.util.Random;
import java.util.function.LongConsumer;

/**
 * Random steps on a store, each repeated until none of its allocations fails: first the first one
 * fails, then the second, and so on. After each attempt everything must be consistent.
 */
public final class StoreFullHeapScene implements LongConsumer {
  private static final int STEPS = 3_000;
  private static final int IDS = 400;
  private static final int PEERS = 40;
  private static final int[] CAPACITIES = {0, 300, 60, 0, 0};
  private static final int[] TIMEOUTS = {0, 100, 20, 0, 0};

  private OneStore one;
  private SessionStore<Session> store;
  private Random random;
  private Throwable last;

  /** First without a failure: a class whose initialisation fails can never be used again. */
  @Override
  public void accept(long seed) {
    open(seed);
    for (int step = 0; step < STEPS; step++) {
      step().run();
    }
    open(seed);
    int failures = 0;
    for (int step = 0; step < STEPS; step++) {
      one.ticker.advance(1 + random.nextInt(20_000_000));
      failures += untilNoneFails(step(), step);
    }
    assertThat(failures).isGreaterThan(STEPS / 2);
    goesOn();
  }

  private void open(long seed) {
    random = new Random(seed);
    one = new OneStore(Long.MAX_VALUE - 20_000_000_000L);
    store = one.store;
    one.quota.limit(seed % 3 == 0 ? Long.MAX_VALUE : 20_000);
  }

  private int untilNoneFails(Runnable step, int number) {
    for (int nth = 1; ; nth++) {
      Allocations.failAt(nth);
      boolean failed;
      try {
        step.run();
      } catch (OutOfMemoryError e) {
        assertThat(e).hasMessage("for this test");
        last = e;
      } finally {
        failed = Allocations.haveFailed();
      }
      store.settle(); // what a put had left to do when it failed
      check("step " + number + ", allocation " + nth);
      if (!failed) {
        return nth - 1;
      }
    }
  }

  private void check(String where) {
    try {
      assertThat(store.lock.isLocked()).isFalse();
      StoreInvariants.check(one);
    } catch (AssertionError e) {
      AssertionError told = new AssertionError(where, e);
      if (last != null) {
        told.addSuppressed(last);
      }
      throw told;
    }
  }

  private Runnable step() {
    Integer id = random.nextInt(IDS);
    String peer = "peer " + random.nextInt(PEERS);
    int dice = random.nextInt(1000);
    if (dice < 450) {
      return put(id, peer);
    } else if (dice < 600) {
      return () -> store.get(id);
    } else if (dice < 700) {
      boolean back = random.nextBoolean();
      return () -> takeOne(peer, back);
    } else if (dice < 750) {
      return () -> store.remove(id);
    } else if (dice < 780) {
      return () -> store.pull(id);
    } else if (dice < 960) {
      return () -> store.peers().link(id, peer);
    } else if (dice < 970) {
      return () -> store.peers().replace(id, peer);
    } else if (dice < 980) {
      return () -> linkFurther(id, peer);
    } else if (dice < 990) {
      return store::sweep;
    }
    return settings();
  }

  private Runnable put(Integer id, String peer) {
    SessionAttributes.Use[] uses = SessionAttributes.Use.values();
    SessionAttributes attributes =
        new SessionAttributes(
            random.nextInt(8) * 500_000_000L,
            random.nextInt(4) == 0 ? 1_000_000_000L * (1 + random.nextInt(60)) : 0,
            random.nextInt(300),
            SessionAttributes.SharedBytes.NONE,
            uses[random.nextInt(uses.length)]);
    Session in = store.snapshot().get(id);
    Session session = in != null && random.nextInt(3) == 0 ? in : new Session(id);
    boolean linked = random.nextBoolean();
    return () -> {
      store.put(id, session, attributes);
      if (linked) {
        store.peers().link(id, peer);
      }
    };
  }

  private void linkFurther(Integer id, String peer) {
    store.peers().linkFurther(id, peer, "peer 1");
    store.peers().linkFurther(id, "peer 2", "peer 1");
    store.peers().show(peer);
    store.peers().end("peer 3");
  }

  private void takeOne(String peer, boolean back) {
    PeerIndex.Taken<Session> taken = store.peers().take(peer, any -> true);
    if (taken == null || taken.ticket() == null) {
      return;
    }
    store.remove(taken.ticket().entry.id);
    if (back) {
      taken.ticket().giveBack(taken.session());
    } else {
      taken.ticket().declined();
    }
  }

  private Runnable settings() {
    int which = random.nextInt(CAPACITIES.length);
    boolean capacity = random.nextBoolean();
    return () -> {
      if (capacity) {
        store.setCapacity(CAPACITIES[which]);
      } else {
        new JsseTimeouts<>(store).setTimeout(TIMEOUTS[which]);
      }
    };
  }

  /** As if nothing had happened. */
  private void goesOn() {
    store.setCapacity(100);
    store.setTimeout(0);
    one.quota.limit(Long.MAX_VALUE);
    Session last = null;
    for (int id = 0; id < 2_000; id++) {
      last = one.reusable("again " + id, "peer");
      check("going on, " + id);
    }
    assertThat(store.get("again 1999")).isSameAs(last);
    assertThat(OneStore.take(store, "peer")).isSameAs(last);
    store.setTimeout(1);
    one.ticker.advance(2_000_000_000L);
    store.sweep();
    assertThat(store.size()).isZero();
  }
}

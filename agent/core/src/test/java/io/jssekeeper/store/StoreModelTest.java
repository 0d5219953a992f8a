package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.RemovalCause;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random steps on a store and on {@link NaiveStore}, which must agree after each. */
class StoreModelTest {
  private static final int STEPS = 6_000;
  private static final int IDS = 120;
  private static final int PEERS = 6;
  private static final int[] TIMEOUTS = {0, 1, 3, 5, 10, 100};
  private static final int[] CAPACITIES = {0, 1, 5, 20, 50, 100};

  private OneStore one;
  private SessionStore<Session> store;
  private NaiveStore model;
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomSteps_storeAndNaiveStore_agree(long seed) {
    run(seed);
  }

  /** A different walk each time; a failure's message contains its seed. */
  @Test
  void randomSteps_anotherSeedEachTime_agree() {
    run(System.nanoTime());
  }

  private void run(long seed) {
    random = new Random(seed);
    one = new OneStore(Long.MAX_VALUE - 20_000_000_000L);
    store = one.store;
    long limit = seed % 3 == 0 ? Long.MAX_VALUE : 2_000;
    one.quota.limit(limit);
    model = new NaiveStore(one.ticker, limit, OneStore.TICKETS_PER_PEER);
    for (int step = 0; step < STEPS; step++) {
      one.ticker.advance(1 + random.nextInt(20_000_000));
      String what = "looking up";
      try {
        what = step();
        compare();
        StoreInvariants.check(one);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", step " + step + ": " + what, e);
      }
    }
  }

  private String step() {
    Integer id = random.nextInt(IDS);
    String peer = "peer " + random.nextInt(PEERS);
    int dice = random.nextInt(1000);
    if (dice < 300) {
      return put(id, peer);
    } else if (dice < 500) {
      assertThat(store.get(id)).isSameAs(model.get(id));
      return "get " + id;
    } else if (dice < 700) {
      return take(peer);
    } else if (dice < 800) {
      store.remove(id);
      model.remove(id);
      return "remove " + id;
    } else if (dice < 900) {
      assertThat(store.pull(id)).isSameAs(model.pull(id));
      return "pull " + id;
    } else if (dice < 910) {
      store.peers().link(id, peer);
      model.peers.link(id, peer);
      return "link " + id + " to " + peer;
    } else if (dice < 925) {
      String own = "peer " + random.nextInt(PEERS);
      store.peers().linkFurther(id, peer, own);
      model.peers.linkFurther(id, peer, own);
      return "link " + id + " to " + peer + " too, of " + own;
    } else if (dice < 940) {
      assertThat(store.peers().show(peer)).isSameAs(model.peers.show(peer));
      return "show " + peer;
    } else if (dice < 960) {
      store.peers().end(peer);
      model.peers.end(peer);
      return "end " + peer;
    } else if (dice < 990) {
      store.sweep();
      model.sweep();
      return "sweep";
    }
    return changeSettings();
  }

  private String put(Integer id, String peer) {
    Session in = model.snapshot().get(id);
    boolean again = in != null && random.nextInt(3) == 0;
    Session session = again ? in : new Session(id);
    SessionAttributes.Use[] uses = SessionAttributes.Use.values();
    SessionAttributes attributes =
        new SessionAttributes(
            random.nextInt(8) * 500_000_000L,
            random.nextInt(300),
            uses[random.nextInt(uses.length)]);
    store.put(id, session, attributes);
    model.put(id, session, attributes);
    if (random.nextBoolean()) {
      store.peers().link(id, peer);
      model.peers.link(id, peer);
    }
    return "put " + id + (again ? " again" : "");
  }

  /**
   * As a client does: the ticket is used, declined, unused, used but not sent, unused while all of
   * its peer's sessions end, or its connection hangs.
   */
  private String take(String peer) {
    int unfit = random.nextInt(4);
    Predicate<Session> fits = session -> session.hashCode() % 4 != unfit;
    PeerIndex.Taken<Session> taken = store.peers().take(peer, fits);
    NaiveItem item = model.peers.take(peer, fits);
    assertThat(OneStore.session(taken)).isSameAs(item == null ? null : item.session);
    int dice = random.nextInt(6);
    if (item != null && item.taken) {
      finish(item, taken.ticket(), dice);
    }
    return "take " + peer + " of which became " + dice;
  }

  private void finish(NaiveItem item, TakenTicket<Session> taken, int dice) {
    if (dice == 4) {
      store.peers().end(item.peer);
      model.peers.end(item.peer);
    }
    boolean used = dice < 3;
    if (used) {
      store.remove(item.id);
      model.remove(item.id);
    }
    if (dice == 1) {
      taken.declined();
      model.peers.declined(item);
    } else if (dice >= 2 && dice <= 4) {
      taken.giveBack(item.session);
      model.peers.giveBack(item);
      taken.giveBack(item.session);
    }
  }

  private String changeSettings() {
    if (random.nextBoolean()) {
      int seconds = TIMEOUTS[random.nextInt(TIMEOUTS.length)];
      store.setTimeout(seconds);
      model.setTimeout(seconds);
      return "timeout " + seconds;
    }
    int capacity = CAPACITIES[random.nextInt(CAPACITIES.length)];
    store.setCapacity(capacity);
    model.setCapacity(capacity);
    return "capacity " + capacity;
  }

  private void compare() {
    assertThat(store.snapshot()).isEqualTo(model.snapshot());
    assertThat(store.size()).isEqualTo(model.items.size());
    assertThat(store.softlyHeld()).isEqualTo(model.softlyHeld());
    assertThat(one.quota.bytes()).isEqualTo(model.strongBytes());
    assertThat(store.counts().stored()).isEqualTo(model.stored);
    assertThat(store.counts().removals()).isEqualTo(model.removals);
    for (int peer = 0; peer < PEERS; peer++) {
      compareMemory("peer " + peer);
    }
    compareMemory(random.nextInt(IDS));
  }

  /** It may have forgotten, but must not answer anything else. */
  private void compareMemory(Object key) {
    if (model.peers.isTaken(key)) {
      return; // it has not left, but cannot be taken
    }
    RemovalHistory.Answer memory = store.recall(key);
    RemovalCause cause = model.recall(key);
    if (memory == RemovalHistory.Answer.NEVER_SEEN
        || memory == RemovalHistory.Answer.NOTHING_RESUMABLE) {
      assertThat(cause).isNull();
    } else if (memory != RemovalHistory.Answer.FORGOTTEN) {
      assertThat(memory.cause()).isEqualTo(cause);
    }
  }
}

package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.RemovalCause;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StoreConcurrencyTest {
  private static final int TICKETS = 20_000;

  @Test
  void allOperations_eightThreads_leaveTheStoreConsistent() throws Exception {
    OneStore one = new OneStore();
    one.quota.limit(3_000);
    one.store.setCapacity(80);
    one.store.setTimeout(1);

    Threads.run(
        thread -> {
          Random random = new Random(thread);
          for (int step = 0; step < 30_000; step++) {
            anything(one, random);
          }
        });

    StoreInvariants.check(one);
    assertThat(one.store.size()).isPositive();
    assertThat(one.removals().keySet())
        .as("what happened; by chance few get old enough to expire")
        .contains(RemovalCause.EVICTED, RemovalCause.PULLED, RemovalCause.REPLACED)
        .doesNotContain(RemovalCause.COLLECTED);
  }

  private static void anything(OneStore one, Random random) {
    SessionStore<Session> store = one.store;
    Integer id = random.nextInt(200);
    String peer = "peer " + random.nextInt(4);
    one.ticker.advance(random.nextInt(200_000));
    switch (random.nextInt(14)) {
      case 0:
      case 1:
        one.reusable(id, peer);
        break;
      case 2:
      case 3:
        one.ticket(id, peer);
        break;
      case 4:
        one.put(id, SessionAttributes.Use.NEVER);
        store.peers().link(id, peer);
        break;
      case 5:
        store.remove(id);
        break;
      case 6:
        store.pull(id);
        break;
      case 7:
        store.sweep();
        break;
      case 8:
        takeAndGiveBack(store, peer);
        break;
      case 9:
        store.setCapacity(60 + random.nextInt(30));
        break;
      case 10:
        assertThat(store.snapshot()).doesNotContainValue(null);
        assertThat(store.recall(peer)).isNotNull();
        break;
      case 11:
        store.setTimeout(1 + random.nextInt(2));
        break;
      case 12:
        store.peers().take(peer, any -> true);
        break;
      default:
        store.get(id);
    }
  }

  private static void takeAndGiveBack(SessionStore<Session> store, String peer) {
    PeerIndex.Taken<Session> taken = store.peers().take(peer, any -> true);
    if (taken != null && taken.ticket() != null) {
      taken.ticket().giveBack(taken.session());
    }
  }

  @Test
  void take_ticketsOfOnePeerByEightThreads_neverTheSameTwice() throws Exception {
    SessionStore<Session> store =
        new SessionStore<>(System::nanoTime, HeapQuota.UNBOUNDED, TICKETS);
    Set<Session> inUse = ConcurrentHashMap.newKeySet();
    AtomicInteger used = new AtomicInteger();
    ConcurrentHashMap<Session, Integer> ids = new ConcurrentHashMap<>();

    Threads.run(
        thread -> {
          for (int i = thread; i < TICKETS; i += Threads.COUNT) {
            Session added = new Session(i);
            ids.put(added, i);
            store.put(i, added, new SessionAttributes(0, 1, SessionAttributes.Use.ONCE));
            store.peers().link(i, "peer");
            PeerIndex.Taken<Session> taken = store.peers().take("peer", any -> true);
            Session session = taken.session();
            assertThat(inUse.add(session)).as("%s is no other thread's", session).isTrue();
            if (i % 3 != 0) {
              store.remove(ids.get(session));
            }
            if (i % 3 == 2) {
              used.incrementAndGet();
            } else {
              inUse.remove(session);
              assertThat(taken.ticket().giveBack(session)).isTrue();
            }
          }
        });

    assertThat(inUse).hasSize(used.get());
    assertThat(store.size()).isEqualTo(TICKETS - used.get());
    long returned = store.counts().stored() - TICKETS;
    assertThat(store.counts().removals()).containsEntry(RemovalCause.PULLED, used.get() + returned);
  }

  @Test
  void pull_sameTicketsByEightThreads_eachByOneAlone() throws Exception {
    OneStore one = new OneStore();
    for (int id = 0; id < TICKETS; id++) {
      one.put(id, SessionAttributes.Use.ONCE);
    }
    AtomicInteger pulled = new AtomicInteger();

    Threads.run(
        thread -> {
          for (int id = 0; id < TICKETS; id++) {
            pulled.addAndGet(one.store.pull(id) == null ? 0 : 1);
          }
        });

    assertThat(pulled).hasValue(TICKETS);
    assertThat(one.store.counts().hits()).isEqualTo(TICKETS);
    assertThat(one.store.counts().misses()).isEqualTo((Threads.COUNT - 1L) * TICKETS);
    StoreInvariants.check(one);
  }

  @Test
  void take_reusableReplacedAllTheTime_alwaysFindsOne() throws Exception {
    OneStore one = new OneStore();
    one.reusable("first", "peer");

    Threads.run(
        thread -> {
          for (int i = 0; i < 20_000; i++) {
            if (thread == 0) {
              one.reusable(i, "peer");
            } else {
              assertThat(OneStore.take(one.store, "peer")).as("in round %s", i).isNotNull();
            }
          }
        });

    StoreInvariants.check(one);
  }
}

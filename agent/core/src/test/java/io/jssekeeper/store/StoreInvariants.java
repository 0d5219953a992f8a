package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What must hold for a store whenever no thread is changing it. */
final class StoreInvariants {
  private final Entries<Session> store;
  private final Collection<Entry<Session>> entries;

  private StoreInvariants(Entries<Session> store) {
    this.store = store;
    this.entries = store.byId.entries();
  }

  static void check(OneStore one) {
    StoreInvariants invariants = new StoreInvariants(one.store.entries);
    invariants.everyEntryIsInItsOrders();
    invariants.everyEntryIsInItsPool();
    invariants.theRoomHasTheBytesOf(one.quota);
    invariants.theCountsAddUp(one.store.counts());
  }

  private void everyEntryIsInItsOrders() {
    EntryOrders<Session> orders = store.references.orders;
    assertThat(orders.size()).isEqualTo(entries.size());
    assertThat(orders.strong()).isEqualTo(count(Entry::isStrong));
    assertThat(orders.soft()).isEqualTo(count(Entry::isSoft));
    Set<Entry<Session>> fresh = new HashSet<>(EntryQueueTest.inOrder(orders.fresh));
    Set<Entry<Session>> byBirth = entriesOf(orders.byBirth);
    Set<Entry<Session>> strong = entriesOf(orders.strong);
    Set<Entry<Session>> soft = entriesOf(orders.soft);
    Set<Entry<Session>> weak = entriesOf(orders.weak);
    for (Entry<Session> entry : entries) {
      assertThat(store.byId.get(entry.id)).isSameAs(entry);
      assertThat(store.byLimit.contains(entry)).isEqualTo(entry.isLimited());
      assertThat(fresh.contains(entry)).isEqualTo(entry.fresh);
      assertThat(byBirth.contains(entry)).isEqualTo(!entry.fresh);
      assertThat(strong.contains(entry)).isEqualTo(entry.isStrong() && !entry.fresh);
      assertThat(soft.contains(entry)).isEqualTo(entry.isSoft());
      assertThat(weak.contains(entry)).isEqualTo(!isResumable(entry));
      assertThat(entry.isStrong() || entry.isSoft()).isEqualTo(isResumable(entry));
    }
    assertThat(store.byLimit.size()).isEqualTo(count(Entry::isLimited));
    EntryQueueTest.inOrder(orders.fresh).forEach(e -> assertThat(e.isStrong()).isTrue());
  }

  private Set<Entry<Session>> entriesOf(EntryQueue<Session> queue) {
    Set<Entry<Session>> in = new HashSet<>(EntryQueueTest.inOrder(queue.list));
    entries.stream().filter(queue.heap::contains).forEach(e -> assertThat(in.add(e)).isTrue());
    assertThat(in).hasSize(queue.size());
    return in;
  }

  private void everyEntryIsInItsPool() {
    long tickets = 0;
    for (PeerPool<Session> pool : store.pools.byPeer.values()) {
      tickets += pool.tickets();
      assertThat(pool.tickets()).isLessThanOrEqualTo(OneStore.TICKETS_PER_PEER);
    }
    assertThat(tickets).isEqualTo(links(e -> isTicket(e) && !e.taken));
    assertThat(store.pools.byPeer.values().stream().filter(p -> p.reusable() != null).count())
        .isEqualTo(links(e -> !isTicket(e)));
    for (Entry<Session> entry : entries) {
      for (String peer : peers(entry)) {
        PeerPool<Session> pool = store.pools.byPeer.get(peer);
        assertThat(isTicket(entry) || pool.reusable() == entry).isTrue();
      }
    }
    store.pools.byPeer.forEach(this::isOfUse);
  }

  /** A pool is empty only while a ticket of its peer is taken. */
  private void isOfUse(String peer, PeerPool<Session> pool) {
    assertThat(!pool.isEmpty() || count(e -> e.isOf(peer) && e.taken) > 0).isTrue();
  }

  private long links(Predicate<Entry<Session>> what) {
    return entries.stream().filter(what).mapToLong(e -> peers(e).size()).sum();
  }

  private static Set<String> peers(Entry<Session> entry) {
    Set<String> peers = new HashSet<>();
    if (entry.peer != null) {
      peers.add(entry.peer);
    }
    for (FurtherLinks.Link<Session> link = entry.further; link != null; link = link.next) {
      assertThat(peers.add(link.peer)).isTrue();
    }
    return peers;
  }

  private void theRoomHasTheBytesOf(LimitedQuota room) {
    long strong = entries.stream().filter(Entry::isStrong).mapToLong(e -> e.bytes).sum();
    assertThat(room.bytes()).isEqualTo(strong).isLessThanOrEqualTo(room.limit());
  }

  private void theCountsAddUp(StoreCounts counts) {
    long left = counts.removals().values().stream().mapToLong(Long::longValue).sum();
    assertThat(counts.stored() - left)
        .isEqualTo(store.references.resumable())
        .isEqualTo(count(StoreInvariants::isResumable));
  }

  private long count(Predicate<Entry<Session>> what) {
    return entries.stream().filter(what).count();
  }

  private static boolean isResumable(Entry<?> entry) {
    return entry.use != SessionAttributes.Use.NEVER;
  }

  private static boolean isTicket(Entry<?> entry) {
    return entry.use == SessionAttributes.Use.ONCE;
  }
}

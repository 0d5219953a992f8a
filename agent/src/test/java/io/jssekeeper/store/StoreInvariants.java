package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.function.Predicate;

/** What must be true of a store whenever nobody is changing it. */
final class StoreInvariants {
  private final Shelves<Session> shelves;
  private final Collection<Entry<Session>> entries;

  private StoreInvariants(Shelves<Session> shelves) {
    this.shelves = shelves;
    this.entries = shelves.byId.values();
  }

  static void check(OneStore one) {
    StoreInvariants invariants = new StoreInvariants(one.store.shelves);
    invariants.everyEntryIsInItsOrders();
    invariants.everyEntryIsInItsPool();
    invariants.theRoomHasTheBytesOf(one.room);
    invariants.theCountsAddUp(one.store.counts());
  }

  private void everyEntryIsInItsOrders() {
    assertThat(shelves.byBirth.size()).isEqualTo(entries.size());
    assertThat(shelves.strong.size()).isEqualTo(count(Entry::isStrong));
    assertThat(shelves.soft.size()).isEqualTo(count(Entry::isSoft));
    for (Entry<Session> entry : entries) {
      assertThat(shelves.byId.get(entry.id)).isSameAs(entry);
      assertThat(shelves.byBirth.contains(entry)).isTrue();
      assertThat(shelves.strong.contains(entry)).isEqualTo(entry.isStrong());
      assertThat(shelves.soft.contains(entry)).isEqualTo(entry.isSoft());
      assertThat(entry.isStrong() || entry.isSoft()).isEqualTo(isResumable(entry));
    }
  }

  private void everyEntryIsInItsPool() {
    long tickets = 0;
    for (Pool<Session> pool : shelves.byPeer.values()) {
      tickets += pool.tickets();
      assertThat(pool.tickets()).isLessThanOrEqualTo(OneStore.TICKETS_PER_PEER);
    }
    assertThat(tickets).isEqualTo(count(e -> isTicket(e) && e.peer != null && !e.taken));
    assertThat(shelves.byPeer.values().stream().filter(p -> p.reusable() != null).count())
        .isEqualTo(count(e -> !isTicket(e) && e.peer != null));
    for (Entry<Session> entry : entries) {
      if (entry.peer != null) {
        Pool<Session> pool = shelves.byPeer.get(entry.peer);
        assertThat(isTicket(entry) || pool.reusable() == entry).isTrue();
      }
    }
    shelves.byPeer.forEach(this::isOfUse);
  }

  /** A pool is empty only while a ticket of its peer is taken. */
  private void isOfUse(String peer, Pool<Session> pool) {
    assertThat(!pool.isEmpty() || count(e -> peer.equals(e.peer) && e.taken) > 0).isTrue();
  }

  private void theRoomHasTheBytesOf(LimitedRoom room) {
    long strong = entries.stream().filter(Entry::isStrong).mapToLong(e -> e.bytes).sum();
    assertThat(room.bytes()).isEqualTo(strong).isLessThanOrEqualTo(room.limit());
  }

  private void theCountsAddUp(StoreCounts counts) {
    long left = counts.removals().values().stream().mapToLong(Long::longValue).sum();
    assertThat(counts.stored() - left)
        .isEqualTo(shelves.resumable())
        .isEqualTo(count(StoreInvariants::isResumable));
  }

  private long count(Predicate<Entry<Session>> what) {
    return entries.stream().filter(what).count();
  }

  private static boolean isResumable(Entry<?> entry) {
    return entry.use != Traits.Use.NEVER;
  }

  private static boolean isTicket(Entry<?> entry) {
    return entry.use == Traits.Use.ONCE;
  }
}

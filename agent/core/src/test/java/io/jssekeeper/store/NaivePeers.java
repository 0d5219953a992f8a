package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A {@link NaiveStore}'s sessions by peer, the counterpart of {@link PeerIndex}. */
final class NaivePeers {
  private final NaiveStore store;
  private final NaiveItems items;
  private final int ticketsPerPeer;
  private long links;

  /** The further peers of items, the oldest link first. */
  private final Map<String, NaiveItem> furtherLinks = new LinkedHashMap<>();

  /** The peers that have pools, and up to which link their tickets are doubtful. */
  private final Map<String, Long> doubtful = new HashMap<>();

  NaivePeers(NaiveStore store, int ticketsPerPeer) {
    this.store = store;
    this.items = store.items;
    this.ticketsPerPeer = ticketsPerPeer;
  }

  void link(Object id, String peer) {
    NaiveItem item = items.find(i -> i.id.equals(id));
    if (item == null || item.peer != null) {
      return;
    }
    if (!item.isResumable()) {
      store.history.computeIfPresent(peer, (p, why) -> why == RemovalCause.PULLED ? why : null);
      return;
    }
    item.place = item.isTicket() ? ++links : 0;
    item.peer = peer;
    join(item, peer);
  }

  private void join(NaiveItem item, String peer) {
    doubtful.putIfAbsent(peer, 0L);
    NaiveItem reusable = items.find(i -> i != item && i.isOf(peer) && !i.isTicket());
    if (reusable != null && !item.isTicket()) {
      unlink(reusable, peer, RemovalCause.REPLACED);
    }
    evictTickets(peer);
  }

  void linkFurther(Object id, String peer, String own) {
    NaiveItem item = items.find(i -> i.id.equals(id));
    if (item == null || item.taken || !item.isResumable()) {
      return;
    }
    for (NaiveItem other : items.ofPeer(peer)) {
      if (other != item && !other.taken) {
        unlink(other, peer, RemovalCause.REPLACED);
      }
    }
    if (item.peer == null) {
      link(id, peer);
    } else if (!item.isOf(peer)) {
      item.further.add(peer);
      furtherLinks.put(peer, item);
      join(item, peer);
    }
    while (furtherLinks.size() > (store.capacity == 0 ? Integer.MAX_VALUE : store.capacity)) {
      String eldest = furtherLinks.keySet().iterator().next();
      unlink(furtherLinks.get(eldest), eldest, RemovalCause.EVICTED);
    }
    if (item.isTicket() && !own.equals(peer) && item.isOf(own) && item.isOf(peer)) {
      unlink(item, own, RemovalCause.PULLED);
    }
  }

  private void unlink(NaiveItem item, String peer, RemovalCause cause) {
    if (item.further.isEmpty()) {
      store.leave(item, cause);
      return;
    }
    if (peer.equals(item.peer)) {
      item.peer = latest(item.further);
      item.further.remove(item.peer);
      furtherLinks.remove(item.peer);
    } else {
      item.further.remove(peer);
      furtherLinks.remove(peer);
    }
    forgetDoubts(peer);
    store.history.put(peer, cause);
  }

  private static String latest(Set<String> peers) {
    String latest = null;
    for (String peer : peers) {
      latest = peer;
    }
    return latest;
  }

  /** Nothing is taken; a ticket moves behind the others. */
  Session show(String peer) {
    NaiveItem next;
    while ((next = next(peer, any -> true)) != null && store.isOver(next)) {
      store.leave(next, RemovalCause.EXPIRED);
    }
    if (next == null) {
      return null;
    }
    boolean several = items.stream().filter(i -> i.isUnusedTicketOf(peer)).count() > 1;
    if (next.isTicket() && several && next.place > doubtful.getOrDefault(peer, 0L)) {
      next.place = ++links;
    }
    next.used = store.ticker.nanos();
    return next.session;
  }

  NaiveItem take(String peer, Predicate<Session> fits) {
    NaiveItem next;
    while ((next = next(peer, fits)) != null && store.isOver(next)) {
      store.leave(next, RemovalCause.EXPIRED);
    }
    if (next != null && next.isTicket()) {
      for (String other : next.peers()) {
        if (!other.equals(peer)) {
          unlink(next, other, RemovalCause.PULLED);
        }
      }
      next.taken = true;
      next.ended = false;
      next.takenAfter = links;
      next.used = store.ticker.nanos();
    } else {
      store.use(next);
    }
    return next;
  }

  private NaiveItem next(String peer, Predicate<Session> fits) {
    Predicate<NaiveItem> good =
        i -> fits.test(i.session) && i.place > doubtful.getOrDefault(peer, 0L);
    NaiveItem ticket = items.oldestTicket(peer, good);
    if (ticket != null) {
      return ticket;
    }
    NaiveItem reusable = items.find(i -> i.isOf(peer) && !i.isTicket() && fits.test(i.session));
    return reusable != null ? reusable : items.oldestTicket(peer, i -> fits.test(i.session));
  }

  void end(String peer) {
    for (NaiveItem item : items.ofPeer(peer)) {
      if (item.taken) {
        item.ended = true;
      } else {
        unlink(item, peer, RemovalCause.INVALIDATED);
      }
    }
  }

  void giveBack(NaiveItem item) {
    boolean gone = !items.contains(item);
    if (item.ended) {
      if (!gone) {
        store.leave(item, RemovalCause.INVALIDATED);
      }
      return;
    }
    if (gone && (store.isOver(item) || items.find(i -> i.id.equals(item.id)) != null)) {
      return;
    }
    item.taken = false;
    doubtful.putIfAbsent(item.peer, 0L);
    if (gone) {
      item.used = store.ticker.nanos();
      item.strong = item.attributes.bytes <= store.quota;
      items.add(item);
      store.stored++;
    }
    item.further.clear();
    evictTickets(item.peer);
    store.evict();
    store.settle();
  }

  void declined(NaiveItem item) {
    doubtful.computeIfPresent(item.peer, (peer, upTo) -> Math.max(upTo, item.takenAfter));
  }

  /** Whether everything for that peer is taken, and not used yet. */
  boolean isTaken(Object peer) {
    List<NaiveItem> all = items.stream().filter(i -> i.peers().contains(peer)).toList();
    return !all.isEmpty() && all.stream().allMatch(i -> i.taken);
  }

  private void evictTickets(String peer) {
    while (items.stream().filter(i -> i.isUnusedTicketOf(peer)).count() > ticketsPerPeer) {
      unlink(items.oldestTicket(peer, any -> true), peer, RemovalCause.EVICTED);
    }
  }

  private void forgetDoubts(String peer) {
    if (items.stream().noneMatch(i -> i.isOf(peer) && !i.taken)) {
      doubtful.remove(peer);
    }
  }

  /** The item has left the store. */
  void left(NaiveItem item) {
    item.further.forEach(furtherLinks::remove);
    item.peers().forEach(this::forgetDoubts);
  }
}

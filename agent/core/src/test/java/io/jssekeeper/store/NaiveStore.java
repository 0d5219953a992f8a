package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The behaviour of a store, implemented as simply as possible: one list, walked through each time.
 */
final class NaiveStore {
  final NaiveItems items = new NaiveItems();
  final NaivePeers peers;
  final Map<RemovalCause, Long> removals = new EnumMap<>(RemovalCause.class);
  final Map<Object, RemovalCause> history = new HashMap<>();
  final ManualTicker ticker;
  final long quota;
  long timeoutNanos;
  int capacity;
  long stored;

  NaiveStore(ManualTicker ticker, long room, int ticketsPerPeer) {
    this.ticker = ticker;
    this.quota = room;
    this.peers = new NaivePeers(this, ticketsPerPeer);
    for (RemovalCause cause : RemovalCause.values()) {
      removals.put(cause, 0L);
    }
  }

  Session get(Object id) {
    return use(items.find(i -> i.id.equals(id)));
  }

  Session use(NaiveItem item) {
    if (item == null) {
      return null;
    }
    if (isOver(item)) {
      leave(item, RemovalCause.EXPIRED);
      return null;
    }
    item.used = ticker.nanos();
    item.strong = item.isResumable() && item.attributes.bytes <= quota;
    settle();
    return item.session;
  }

  void put(Object id, Session session, SessionAttributes attributes) {
    NaiveItem old = items.find(i -> i.id.equals(id));
    if (old != null && old.session == session) {
      old.used = ticker.nanos();
      return;
    }
    if (old != null) {
      leave(old, RemovalCause.REPLACED);
    }
    NaiveItem item = new NaiveItem(id, session, attributes, ticker.nanos());
    item.strong = item.isResumable() && attributes.bytes <= quota;
    items.add(item);
    stored += item.isResumable() ? 1 : 0;
    evict();
    settle();
  }

  void remove(Object id) {
    NaiveItem item = items.find(i -> i.id.equals(id));
    if (item != null) {
      leave(item, item.taken ? RemovalCause.PULLED : RemovalCause.INVALIDATED);
    }
  }

  Session pull(Object id) {
    NaiveItem item = items.find(i -> i.id.equals(id) && i.isTicket());
    if (item == null) {
      return null;
    }
    boolean over = isOver(item);
    leave(item, over ? RemovalCause.EXPIRED : RemovalCause.PULLED);
    return over ? null : item.session;
  }

  /** Why the last one of that name left, or would leave at a look-up. */
  RemovalCause recall(Object idOrPeer) {
    boolean over =
        items.stream()
            .filter(i -> i.id.equals(idOrPeer) || i.peers().contains(idOrPeer) && !i.isTicket())
            .anyMatch(i -> i.isResumable() && isOver(i));
    return over ? RemovalCause.EXPIRED : history.get(idOrPeer);
  }

  void setTimeout(int seconds) {
    sweep();
    timeoutNanos = seconds * 1_000_000_000L;
  }

  void setCapacity(int sessions) {
    capacity = sessions;
    evict();
  }

  void sweep() {
    for (NaiveItem item : items.all()) {
      if (isOver(item)) {
        leave(item, RemovalCause.EXPIRED);
      }
    }
  }

  Map<Object, Session> snapshot() {
    Map<Object, Session> live = new HashMap<>();
    items.stream().filter(i -> !isOver(i)).forEach(i -> live.put(i.id, i.session));
    return live;
  }

  int softlyHeld() {
    return (int) items.stream().filter(i -> i.isResumable() && !i.strong).count();
  }

  long strongBytes() {
    return items.stream().filter(i -> i.strong).mapToLong(i -> i.attributes.bytes).sum();
  }

  void evict() {
    if (isOverCapacity()) {
      sweep();
    }
    while (isOverCapacity()) {
      NaiveItem useless = items.find(i -> !i.isResumable());
      leave(useless == null ? items.leastRecentlyUsed(any -> true) : useless, RemovalCause.EVICTED);
    }
  }

  private boolean isOverCapacity() {
    return capacity > 0 && items.size() > capacity;
  }

  void settle() {
    while (strongBytes() > quota) {
      items.leastRecentlyUsed(i -> i.strong).strong = false;
    }
  }

  void leave(NaiveItem item, RemovalCause cause) {
    items.remove(item);
    peers.left(item);
    if (item.isResumable()) {
      removals.merge(cause, 1L, Long::sum);
      history.put(item.id, cause);
      item.peers().forEach(peer -> history.put(peer, cause));
    }
  }

  boolean isOver(NaiveItem item) {
    return timeoutNanos > 0 && ticker.nanos() - item.birth >= timeoutNanos;
  }
}

package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a store has to do, said as simply as possible: one list, and a walk through it each time.
 */
final class NaiveStore {
  /** One session and all that is known of it. */
  static final class Item {
    final Object id;
    final Session session;
    final SessionAttributes traits;
    final long birth;
    long used;
    String peer;
    final Set<String> further = new LinkedHashSet<>();
    long place;
    long takenAfter;
    boolean taken;
    boolean ended;
    boolean strong;

    Item(Object id, Session session, SessionAttributes attributes, long now) {
      this.id = id;
      this.session = session;
      this.traits = attributes;
      this.birth = now - attributes.ageNanos;
      this.used = now;
    }
  }

  /** Which item is linked further with which peer, the eldest link first. */
  private final Map<String, Item> furtherLinks = new LinkedHashMap<>();

  final List<Item> items = new ArrayList<>();
  final Map<RemovalCause, Long> removals = new EnumMap<>(RemovalCause.class);
  final Map<Object, RemovalCause> history = new HashMap<>();
  final ManualTicker ticker;
  final long quota;
  final int ticketsPerPeer;
  long timeoutNanos;
  int capacity;
  long stored;
  private long links;

  /** The peers that have pools, and up to which link their tickets are doubtful. */
  private final Map<String, Long> doubtful = new HashMap<>();

  NaiveStore(ManualTicker ticker, long room, int ticketsPerPeer) {
    this.ticker = ticker;
    this.quota = room;
    this.ticketsPerPeer = ticketsPerPeer;
    for (RemovalCause cause : RemovalCause.values()) {
      removals.put(cause, 0L);
    }
  }

  Session get(Object id) {
    return use(find(i -> i.id.equals(id)));
  }

  private Session use(Item item) {
    if (item == null) {
      return null;
    }
    if (isOver(item)) {
      leave(item, RemovalCause.EXPIRED);
      return null;
    }
    item.used = ticker.nanos();
    item.strong = isResumable(item) && item.traits.bytes <= quota;
    settle();
    return item.session;
  }

  void put(Object id, Session session, SessionAttributes attributes) {
    Item old = find(i -> i.id.equals(id));
    if (old != null && old.session == session) {
      old.used = ticker.nanos();
      return;
    }
    if (old != null) {
      leave(old, RemovalCause.REPLACED);
    }
    Item item = new Item(id, session, attributes, ticker.nanos());
    item.strong = isResumable(item) && attributes.bytes <= quota;
    items.add(item);
    stored += isResumable(item) ? 1 : 0;
    evict();
    settle();
  }

  void link(Object id, String peer) {
    Item item = find(i -> i.id.equals(id));
    if (item == null || item.peer != null) {
      return;
    }
    if (!isResumable(item)) {
      history.computeIfPresent(peer, (p, why) -> why == RemovalCause.PULLED ? why : null);
      return;
    }
    item.place = isTicket(item) ? ++links : 0;
    item.peer = peer;
    join(item, peer);
  }

  private void join(Item item, String peer) {
    doubtful.putIfAbsent(peer, 0L);
    Item reusable = find(i -> i != item && isOf(i, peer) && !isTicket(i));
    if (reusable != null && !isTicket(item)) {
      unlink(reusable, peer, RemovalCause.REPLACED);
    }
    evictTickets(peer);
  }

  void linkFurther(Object id, String peer, String own) {
    Item item = find(i -> i.id.equals(id));
    if (item == null || item.taken || !isResumable(item)) {
      return;
    }
    for (Item other : ofPeer(peer)) {
      if (other != item && !other.taken) {
        unlink(other, peer, RemovalCause.REPLACED);
      }
    }
    if (item.peer == null) {
      link(id, peer);
    } else if (!isOf(item, peer)) {
      item.further.add(peer);
      furtherLinks.put(peer, item);
      join(item, peer);
    }
    while (furtherLinks.size() > (capacity == 0 ? Integer.MAX_VALUE : capacity)) {
      String eldest = furtherLinks.keySet().iterator().next();
      unlink(furtherLinks.get(eldest), eldest, RemovalCause.EVICTED);
    }
    if (isTicket(item) && !own.equals(peer) && isOf(item, own) && isOf(item, peer)) {
      unlink(item, own, RemovalCause.PULLED);
    }
  }

  private void unlink(Item item, String peer, RemovalCause cause) {
    if (item.further.isEmpty()) {
      leave(item, cause);
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
    history.put(peer, cause);
  }

  private static String latest(Set<String> peers) {
    String latest = null;
    for (String peer : peers) {
      latest = peer;
    }
    return latest;
  }

  private List<Item> ofPeer(String peer) {
    return items.stream().filter(i -> isOf(i, peer)).toList();
  }

  private static boolean isOf(Item item, String peer) {
    return peer.equals(item.peer) || item.further.contains(peer);
  }

  /** Nothing is taken; a ticket comes to stand behind the others. */
  Session show(String peer) {
    Item next;
    while ((next = next(peer, any -> true)) != null && isOver(next)) {
      leave(next, RemovalCause.EXPIRED);
    }
    if (next == null) {
      return null;
    }
    boolean several = items.stream().filter(i -> isUnusedTicket(i, peer)).count() > 1;
    if (isTicket(next) && several && next.place > doubtful.getOrDefault(peer, 0L)) {
      next.place = ++links;
    }
    next.used = ticker.nanos();
    return next.session;
  }

  private static Set<String> peersOf(Item item) {
    Set<String> peers = new LinkedHashSet<>(item.further);
    if (item.peer != null) {
      peers.add(item.peer);
    }
    return peers;
  }

  Item take(String peer, Predicate<Session> fits) {
    Item next;
    while ((next = next(peer, fits)) != null && isOver(next)) {
      leave(next, RemovalCause.EXPIRED);
    }
    if (next != null && isTicket(next)) {
      for (String other : peersOf(next)) {
        if (!other.equals(peer)) {
          unlink(next, other, RemovalCause.PULLED);
        }
      }
      next.taken = true;
      next.ended = false;
      next.takenAfter = links;
      next.used = ticker.nanos();
    } else {
      use(next);
    }
    return next;
  }

  private Item next(String peer, Predicate<Session> fits) {
    Predicate<Item> good = i -> fits.test(i.session) && i.place > doubtful.getOrDefault(peer, 0L);
    Item ticket = oldestTicket(peer, good);
    if (ticket != null) {
      return ticket;
    }
    Item reusable = find(i -> isOf(i, peer) && !isTicket(i) && fits.test(i.session));
    return reusable != null ? reusable : oldestTicket(peer, i -> fits.test(i.session));
  }

  void end(String peer) {
    for (Item item : ofPeer(peer)) {
      if (item.taken) {
        item.ended = true;
      } else {
        unlink(item, peer, RemovalCause.INVALIDATED);
      }
    }
  }

  void giveBack(Item item) {
    boolean gone = !items.contains(item);
    if (item.ended) {
      if (!gone) {
        leave(item, RemovalCause.INVALIDATED);
      }
      return;
    }
    if (gone && (isOver(item) || find(i -> i.id.equals(item.id)) != null)) {
      return;
    }
    item.taken = false;
    doubtful.putIfAbsent(item.peer, 0L);
    if (gone) {
      item.used = ticker.nanos();
      item.strong = item.traits.bytes <= quota;
      items.add(item);
      stored++;
    }
    item.further.clear();
    evictTickets(item.peer);
    evict();
    settle();
  }

  void declined(Item item) {
    doubtful.computeIfPresent(item.peer, (peer, upTo) -> Math.max(upTo, item.takenAfter));
  }

  void remove(Object id) {
    Item item = find(i -> i.id.equals(id));
    if (item != null) {
      leave(item, item.taken ? RemovalCause.PULLED : RemovalCause.INVALIDATED);
    }
  }

  Session pull(Object id) {
    Item item = find(i -> i.id.equals(id) && isTicket(i));
    if (item == null) {
      return null;
    }
    boolean over = isOver(item);
    leave(item, over ? RemovalCause.EXPIRED : RemovalCause.PULLED);
    return over ? null : item.session;
  }

  /** Whether all that there is for that peer is taken, and not used yet. */
  boolean isTaken(Object peer) {
    List<Item> all = items.stream().filter(i -> peersOf(i).contains(peer)).toList();
    return !all.isEmpty() && all.stream().allMatch(i -> i.taken);
  }

  /** Why the last one of that name left, or would leave at a look-up. */
  RemovalCause recall(Object idOrPeer) {
    boolean over =
        items.stream()
            .filter(i -> i.id.equals(idOrPeer) || peersOf(i).contains(idOrPeer) && !isTicket(i))
            .anyMatch(i -> isResumable(i) && isOver(i));
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
    for (Item item : new ArrayList<>(items)) {
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
    return (int) items.stream().filter(i -> isResumable(i) && !i.strong).count();
  }

  long strongBytes() {
    return items.stream().filter(i -> i.strong).mapToLong(i -> i.traits.bytes).sum();
  }

  private void evict() {
    if (isOverCapacity()) {
      sweep();
    }
    while (isOverCapacity()) {
      Item useless = find(i -> !isResumable(i));
      leave(useless == null ? leastRecentlyUsed(any -> true) : useless, RemovalCause.EVICTED);
    }
  }

  private boolean isOverCapacity() {
    return capacity > 0 && items.size() > capacity;
  }

  private void evictTickets(String peer) {
    while (items.stream().filter(i -> isUnusedTicket(i, peer)).count() > ticketsPerPeer) {
      unlink(oldestTicket(peer, any -> true), peer, RemovalCause.EVICTED);
    }
  }

  private void settle() {
    while (strongBytes() > quota) {
      leastRecentlyUsed(i -> i.strong).strong = false;
    }
  }

  private Item oldestTicket(String peer, Predicate<Item> which) {
    Item oldest = null;
    for (Item item : items) {
      boolean older = oldest == null || item.place < oldest.place;
      oldest = isUnusedTicket(item, peer) && which.test(item) && older ? item : oldest;
    }
    return oldest;
  }

  private Item leastRecentlyUsed(Predicate<Item> which) {
    Item least = null;
    for (Item item : items) {
      boolean longer = least == null || item.used - least.used < 0;
      least = which.test(item) && longer ? item : least;
    }
    return least;
  }

  private Item find(Predicate<Item> which) {
    return items.stream().filter(which).findFirst().orElse(null);
  }

  private void leave(Item item, RemovalCause cause) {
    items.remove(item);
    item.further.forEach(furtherLinks::remove);
    peersOf(item).forEach(this::forgetDoubts);
    if (isResumable(item)) {
      removals.merge(cause, 1L, Long::sum);
      history.put(item.id, cause);
      peersOf(item).forEach(peer -> history.put(peer, cause));
    }
  }

  private void forgetDoubts(String peer) {
    if (items.stream().noneMatch(i -> isOf(i, peer) && !i.taken)) {
      doubtful.remove(peer);
    }
  }

  private boolean isOver(Item item) {
    return timeoutNanos > 0 && ticker.nanos() - item.birth >= timeoutNanos;
  }

  private static boolean isResumable(Item item) {
    return item.traits.use != SessionAttributes.Use.NEVER;
  }

  private static boolean isTicket(Item item) {
    return item.traits.use == SessionAttributes.Use.ONCE;
  }

  private static boolean isUnusedTicket(Item item, String peer) {
    return isOf(item, peer) && isTicket(item) && !item.taken;
  }
}

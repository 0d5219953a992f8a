package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sessions of a {@link NaiveStore}: one list, walked through for each question. */
final class NaiveItems {
  private final List<NaiveItem> items = new ArrayList<>();

  List<NaiveItem> all() {
    return new ArrayList<>(items);
  }

  Stream<NaiveItem> stream() {
    return items.stream();
  }

  int size() {
    return items.size();
  }

  boolean contains(NaiveItem item) {
    return items.contains(item);
  }

  void add(NaiveItem item) {
    items.add(item);
  }

  void remove(NaiveItem item) {
    items.remove(item);
  }

  NaiveItem find(Predicate<NaiveItem> which) {
    return items.stream().filter(which).findFirst().orElse(null);
  }

  NaiveItem oldestTicket(String peer, Predicate<NaiveItem> which) {
    NaiveItem oldest = null;
    for (NaiveItem item : items) {
      boolean older = oldest == null || item.place < oldest.place;
      oldest = item.isUnusedTicketOf(peer) && which.test(item) && older ? item : oldest;
    }
    return oldest;
  }

  NaiveItem leastRecentlyUsed(Predicate<NaiveItem> which) {
    NaiveItem least = null;
    for (NaiveItem item : items) {
      boolean longer = least == null || item.used - least.used < 0;
      least = which.test(item) && longer ? item : least;
    }
    return least;
  }

  List<NaiveItem> ofPeer(String peer) {
    return items.stream().filter(i -> i.isOf(peer)).toList();
  }
}

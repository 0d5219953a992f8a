package io.jssekeeper.store;

import java.util.Comparator;

/** Puts entries in the order in which they came. */
final class Arrival implements Comparator<Entry<?>> {
  static final Arrival FIRST = new Arrival();

  private Arrival() {}

  @Override
  public int compare(Entry<?> one, Entry<?> other) {
    return Integer.compare(one.arrival, other.arrival);
  }
}

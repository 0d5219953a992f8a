package io.jssekeeper.store;

/**
 * That a session can be resumed with one more peer than its own. Guarded by the store's lock.
 *
 * @param <S> the type of a session
 */
final class FurtherLink<S> {
  final Entry<S> entry;
  final String peer;

  FurtherLink<S> older;
  FurtherLink<S> newer;

  /** Among those of the same entry. */
  FurtherLink<S> next;

  FurtherLink(Entry<S> entry, String peer) {
    this.entry = entry;
    this.peer = peer;
  }
}

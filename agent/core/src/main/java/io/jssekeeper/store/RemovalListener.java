package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;

/**
 * Receives each session that leaves a store.
 *
 * <p>Called under the store's lock: implementations only take a note, call no other code, never
 * wait and never throw.
 */
public interface RemovalListener {
  /** Listens to nothing. */
  RemovalListener NONE = None.INSTANCE;

  /** Whether notifications are wanted. */
  boolean isWanted();

  /**
   * @param session null if the collector cleared it
   * @param peer the host and port of a client's session; null if it has none
   * @param ageNanos since its own full handshake
   */
  void removed(Object session, String peer, RemovalCause cause, long ageNanos);

  /** Listens to nothing. */
  enum None implements RemovalListener {
    INSTANCE;

    @Override
    public boolean isWanted() {
      return false;
    }

    @Override
    public void removed(Object session, String peer, RemovalCause cause, long ageNanos) {}
  }
}

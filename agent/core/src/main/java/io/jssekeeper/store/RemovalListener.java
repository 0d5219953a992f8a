package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;

/**
 * Receives each session that leaves a store.
 *
 * <p>Called under the store's lock: implementations take a note, call no other code, never wait and
 * throw nothing.
 */
public interface RemovalListener {
  /** Wants to be told of nothing. */
  RemovalListener NONE = None.INSTANCE;

  /** Whether it is worth being told. */
  boolean isWanted();

  /**
   * @param session null if the collector took it
   * @param peer the host and port of a client's session; null if it has none
   * @param ageNanos since its own full handshake
   */
  void removed(Object session, String peer, RemovalCause cause, long ageNanos);

  /** Wants to be told of nothing. */
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

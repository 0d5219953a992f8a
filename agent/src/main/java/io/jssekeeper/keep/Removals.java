package io.jssekeeper.keep;

import io.jssekeeper.store.RemovalCause;
import io.jssekeeper.store.RemovalListener;

/** Is told of each session that leaves any store, as a {@link RemovalListener} is of one. */
public interface Removals {
  boolean isWanted();

  /**
   * @param context the context's number
   */
  void removed(
      int context,
      boolean isServer,
      Object session,
      String peer,
      RemovalCause cause,
      long ageNanos);
}

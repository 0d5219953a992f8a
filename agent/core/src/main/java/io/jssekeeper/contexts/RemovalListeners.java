package io.jssekeeper.contexts;

import io.jssekeeper.model.Side;
import io.jssekeeper.store.RemovalListener;

/** Creates the removal listener of each store. Thread-safe. */
public interface RemovalListeners {
  /**
   * @param context the number of the store's context
   */
  RemovalListener of(int context, Side side);
}

package io.jssekeeper.contexts;

import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.Traits;

/** Sessions of one size, for stores whose insides a test does not see. */
final class Sessions {
  static final int BYTES = 100;
  static final Traits REUSABLE = new Traits(0, BYTES, Traits.Use.MANY);
  static final Traits TICKET = new Traits(0, BYTES, Traits.Use.ONCE);

  private Sessions() {}

  static void put(SessionStore<Object> store, int from, int to) {
    for (int id = from; id < to; id++) {
      store.put(id, new Object(), REUSABLE);
    }
  }

  static int strong(SessionStore<?> store) {
    return store.size() - store.softlyHeld();
  }
}

package io.jssekeeper.contexts;

import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;

/** Sessions of one size, for stores whose internals a test cannot see. */
final class Sessions {
  static final int BYTES = 100;
  static final SessionAttributes REUSABLE =
      new SessionAttributes(0, BYTES, SessionAttributes.Use.MANY);
  static final SessionAttributes TICKET =
      new SessionAttributes(0, BYTES, SessionAttributes.Use.ONCE);

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

package io.jssekeeper.store;

/** A store whose sessions are their own ids, and in which all tickets are of one peer. */
class StoreState {
  static final String PEER = "peer.example:443";
  private static final int TICKETS = 10;

  final SessionStore<String> store =
      new SessionStore<>(System::nanoTime, HeapQuota.UNBOUNDED, TICKETS);

  void reusable(String id) {
    store.put(id, id, new SessionAttributes(0, 1, SessionAttributes.Use.MANY));
  }

  void ticket(String id) {
    store.put(id, id, new SessionAttributes(0, 1, SessionAttributes.Use.ONCE));
    store.peers().link(id, PEER);
  }

  PeerIndex.Taken<String> take() {
    return store.peers().take(PEER, any -> true);
  }

  /** 1 if a ticket was to be had, else 0. */
  int taken() {
    return take() == null ? 0 : 1;
  }

  static int is(Object some) {
    return some == null ? 0 : 1;
  }
}

package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A store whose clock and quota are controlled by a test. */
final class OneStore {
  static final int TICKETS_PER_PEER = 3;
  static final int BYTES = 100;

  final ManualTicker ticker;
  final LimitedQuota quota = new LimitedQuota();
  final SessionStore<Session> store;

  OneStore() {
    this(0);
  }

  OneStore(long startNanos) {
    ticker = new ManualTicker(startNanos);
    store = new SessionStore<>(ticker, quota, TICKETS_PER_PEER);
    quota.of(store);
  }

  Session put(Object id, SessionAttributes.Use use, Duration age) {
    Session session = new Session(id);
    store.put(id, session, new SessionAttributes(age.toNanos(), BYTES, use));
    return session;
  }

  Session put(Object id, SessionAttributes.Use use) {
    return put(id, use, Duration.ZERO);
  }

  Session reusable(Object id) {
    return put(id, SessionAttributes.Use.MANY);
  }

  Session reusable(Object id, String peer) {
    return linked(id, reusable(id), peer);
  }

  Session ticket(Object id, String peer) {
    return linked(id, put(id, SessionAttributes.Use.ONCE), peer);
  }

  private Session linked(Object id, Session session, String peer) {
    store.peers().link(id, peer);
    return session;
  }

  /** The session that a connection to that peer gets, or null. */
  static Session take(SessionStore<Session> store, String peer) {
    return session(store.peers().take(peer, any -> true));
  }

  static Session session(PeerIndex.Taken<Session> taken) {
    return taken == null ? null : taken.session();
  }

  void advance(Duration time) {
    ticker.advance(time);
  }

  /** The removals, without causes that have not occurred. */
  Map<RemovalCause, Long> removals() {
    return store.counts().removals().entrySet().stream()
        .filter(removal -> removal.getValue() != 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

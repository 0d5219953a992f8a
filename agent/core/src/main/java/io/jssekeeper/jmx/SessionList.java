package io.jssekeeper.jmx;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.model.Peer;
import io.jssekeeper.model.SessionHash;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.StoredSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;

/** The sessions of all contexts, by hash and never by id. Does not hold up handshakes. */
final class SessionList {
  private final SessionFilter filter;
  private final List<SessionRow> rows = new ArrayList<>();
  private final List<SSLSession> sessions = new ArrayList<>();

  private SessionList(SessionFilter filter) {
    this.filter = filter;
  }

  static SessionList of(ContextRegistry contexts, SessionFilter filter) {
    SessionList list = new SessionList(filter);
    for (OpenContext context : contexts.alive()) {
      SessionStore<?> store = context.store();
      if (store != null) {
        list.add(context, store);
      }
    }
    return list;
  }

  List<SessionRow> rows() {
    return rows;
  }

  /** In the order of the rows. */
  List<SSLSession> sessions() {
    return sessions;
  }

  private void add(OpenContext context, SessionStore<?> store) {
    String side = context.side().word();
    if (filter.wantsSide(side)) {
      for (StoredSession<?> stored : store.list()) {
        add(stored, side, context.number());
      }
    }
  }

  private void add(StoredSession<?> stored, String side, int context) {
    SSLSession session = (SSLSession) stored.session();
    SessionRow row =
        new SessionRow()
            .with(peer(session), session.getProtocol(), session.getCipherSuite())
            .timed(
                seconds(stored.ageNanos()), seconds(stored.idleNanos()), left(stored.leftNanos()))
            .held(stored.hold().word(), stored.use().word(), stored.bytes());
    if (filter.wants(row)) {
      row.named(SessionHash.of(session.getId()), side, context);
      if (filter.wantsHash(row.getSession())) {
        rows.add(row);
        sessions.add(session);
      }
    }
  }

  private static String peer(SSLSession session) {
    return new Peer(session.getPeerHost(), session.getPeerPort()).toString();
  }

  private static long seconds(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos);
  }

  private static long left(long nanos) {
    return nanos == Long.MAX_VALUE ? -1 : seconds(nanos);
  }
}

package io.jssekeeper.jmx;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.model.Peer;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.SessionHash;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.StoredSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLSession;

/**
 * Shows sessions to operators, by hash and never by id, and invalidates them. Does not hold up
 * handshakes. Thread-safe.
 */
final class SessionQueries {
  private final ContextRegistry contexts;
  private final Protections protections;
  private final Jvm jvm;

  SessionQueries(Core core, Jvm jvm) {
    this.contexts = core.contexts();
    this.protections = core.protections();
    this.jvm = jvm;
  }

  SessionColumns columns(SessionFilter filter, Comparator<SessionRow> order, int most) {
    List<SessionRow> rows = matching(filter).rows;
    rows.sort(order);
    int matching = rows.size();
    return new SessionColumns(most < matching ? rows.subList(0, most) : rows, matching);
  }

  /** The most recently used, by side, context and hash. */
  Map<String, SessionRow> table(SessionFilter filter, int most) {
    List<SessionRow> rows = matching(filter).rows;
    rows.sort(SessionSort.of("idle"));
    Map<String, SessionRow> table = new LinkedHashMap<>();
    for (SessionRow row : rows.subList(0, Math.min(most, rows.size()))) {
      table.put(row.getSide() + "/" + row.getContext() + "/" + row.getSession(), row);
    }
    return table;
  }

  /**
   * Ends sessions as {@link SSLSession#invalidate} does, with all that descend from them. Open
   * connections go on.
   *
   * @return how many
   */
  int invalidate(SessionFilter filter) {
    List<SSLSession> sessions = matching(filter).sessions;
    for (SSLSession session : sessions) {
      session.invalidate();
    }
    return sessions.size();
  }

  private Matches matching(SessionFilter filter) {
    Matches matches = new Matches(filter);
    for (OpenContext context : contexts.alive()) {
      SessionStore<?> store = context.store();
      if (store != null) {
        matches.add(context, store);
      }
    }
    return matches;
  }

  /** How many that can be resumed are held by whom, open connections among them. */
  Map<String, Integer> byHolder() {
    return contexts.holders().count(contexts.resumable(), new IsOpen());
  }

  /** How many were kept that JSSE would have lost, by protection. */
  Map<String, Long> prevented() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<Protection, Long> each : protections.counts().entrySet()) {
      counts.put(each.getKey().word(), each.getValue());
    }
    return counts;
  }

  private final class IsOpen implements Predicate<Object> {
    @Override
    public boolean test(Object connection) {
      return jvm.isOpen(connection);
    }
  }

  /** The sessions that a filter lets through. */
  private static final class Matches {
    private final SessionFilter filter;
    private final List<SessionRow> rows = new ArrayList<>();

    /** In the order of the rows. */
    private final List<SSLSession> sessions = new ArrayList<>();

    Matches(SessionFilter filter) {
      this.filter = filter;
    }

    void add(OpenContext context, SessionStore<?> store) {
      String side = context.side().word();
      if (filter.wantsSide(side)) {
        for (StoredSession<?> stored : store.list()) {
          add(stored, side, context.number());
        }
      }
    }

    private void add(StoredSession<?> stored, String side, int context) {
      SSLSession session = (SSLSession) stored.session();
      SessionRow row = row(session, stored);
      if (filter.wants(row)) {
        row.named(SessionHash.of(session.getId()), side, context);
        if (filter.wantsHash(row.getSession())) {
          rows.add(row);
          sessions.add(session);
        }
      }
    }

    private static SessionRow row(SSLSession session, StoredSession<?> stored) {
      String peer = new Peer(session.getPeerHost(), session.getPeerPort()).toString();
      return new SessionRow()
          .with(peer, session.getProtocol(), session.getCipherSuite())
          .timed(seconds(stored.ageNanos()), seconds(stored.idleNanos()), left(stored.leftNanos()))
          .held(stored.hold().word(), stored.use().word(), stored.bytes());
    }

    private static long left(long nanos) {
      return nanos == Long.MAX_VALUE ? -1 : seconds(nanos);
    }

    private static long seconds(long nanos) {
      return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }
  }
}

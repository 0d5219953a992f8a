package io.jssekeeper.jmx;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.core.Jvm;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLSession;

/** Shows sessions to operators, and ends them. Thread-safe. */
final class SessionQueries {
  private final ContextRegistry contexts;
  private final Jvm jvm;

  SessionQueries(ContextRegistry contexts, Jvm jvm) {
    this.contexts = contexts;
    this.jvm = jvm;
  }

  SessionColumns columns(SessionFilter filter, Comparator<SessionRow> order, int most) {
    List<SessionRow> rows = SessionList.of(contexts, filter).rows();
    rows.sort(order);
    int matching = rows.size();
    return new SessionColumns(most < matching ? rows.subList(0, most) : rows, matching);
  }

  /** The most recently used, by side, context and hash. */
  Map<String, SessionRow> table(SessionFilter filter, int most) {
    List<SessionRow> rows = SessionList.of(contexts, filter).rows();
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
    List<SSLSession> sessions = SessionList.of(contexts, filter).sessions();
    for (SSLSession session : sessions) {
      session.invalidate();
    }
    return sessions.size();
  }

  /** How many that can be resumed are held by whom, open connections among them. */
  Map<String, Integer> byHolder() {
    return contexts.holders().count(contexts.resumable(), new IsOpen());
  }

  private final class IsOpen implements Predicate<Object> {
    @Override
    public boolean test(Object connection) {
      return jvm.isOpen(connection);
    }
  }
}

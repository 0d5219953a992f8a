package io.jssekeeper.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A keeper's values counted from a given moment: earlier counts are subtracted, and other values
 * stay as they are. For one thread.
 *
 * @param <E> thrown if the keeper cannot be asked
 */
public final class Since<E extends Exception> implements Values<E> {
  private static final String[] COUNTED = {
    "Handshakes", "HandshakeTotals", "HandshakesByReason", "HandshakesByDetail", "Savings"
  };

  private final Values<E> keeper;
  private final Map<String, Map<String, Map<String, Object>>> before = new HashMap<>();

  /** Counts from now on. */
  public Since(Values<E> keeper) throws E {
    this.keeper = keeper;
    for (String attribute : COUNTED) {
      Map<String, Map<String, Object>> rows = new HashMap<>();
      for (Map<String, Object> row : keeper.rows(attribute)) {
        rows.put(name(row), row);
      }
      before.put(attribute, rows);
    }
  }

  @Override
  public Object value(String attribute) throws E {
    Map<String, Map<String, Object>> old = before.get(attribute);
    if (old == null) {
      return keeper.value(attribute);
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : keeper.rows(attribute)) {
      Map<String, Object> earlier = old.get(name(row));
      rows.add(earlier == null ? row : difference(row, earlier));
    }
    return rows;
  }

  /** A row is identified by its texts. */
  private static String name(Map<String, Object> row) {
    StringBuilder name = new StringBuilder();
    for (Map.Entry<String, Object> member : row.entrySet()) {
      if (member.getValue() instanceof String) {
        name.append(member.getKey()).append('=').append(member.getValue()).append('\n');
      }
    }
    return name.toString();
  }

  private static Map<String, Object> difference(
      Map<String, Object> now, Map<String, Object> earlier) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Map.Entry<String, Object> member : now.entrySet()) {
      row.put(member.getKey(), difference(member.getValue(), earlier.get(member.getKey())));
    }
    return row;
  }

  private static Object difference(Object now, Object earlier) {
    if (now instanceof Long && earlier instanceof Long) {
      return (Long) now - (Long) earlier;
    }
    if (now instanceof Double && earlier instanceof Double) {
      double old = (Double) earlier;
      return Double.isNaN(old) ? now : Math.max(0, (Double) now - old);
    }
    return now;
  }
}

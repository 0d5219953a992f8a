package io.jssekeeper.cli.jvm;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;

/** Sessions as they came: one array for each column. */
public final class SessionPage {
  private static final String[] COLUMNS = {
    "session",
    "side",
    "context",
    "peer",
    "protocol",
    "cipher",
    "ageSeconds",
    "idleSeconds",
    "leftSeconds",
    "held",
    "resumable",
    "bytes"
  };

  private final CompositeData columns;

  SessionPage(CompositeData columns) {
    this.columns = columns;
  }

  /** How many there were, of which these are the first. */
  public int matching() {
    return (int) columns.get("matching");
  }

  public List<Map<String, Object>> rows() {
    Object[] arrays = new Object[COLUMNS.length];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = columns.get(COLUMNS[i]);
    }
    int size = Array.getLength(arrays[0]);
    List<Map<String, Object>> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(row(arrays, i));
    }
    return rows;
  }

  private static Map<String, Object> row(Object[] arrays, int index) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < arrays.length; i++) {
      row.put(COLUMNS[i], Array.get(arrays[i], index));
    }
    return row;
  }
}

package io.jssekeeper.cli.jvm;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions as received: one array per column. */
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

  private final Map<String, Object> columns;

  SessionPage(Map<String, Object> columns) {
    this.columns = columns;
  }

  /** How many there were, of which these are the first. */
  public int matching() {
    return (int) columns.get("matching");
  }

  /** The row numbers of a table, which asks for one cell at a time: no row is made for it. */
  public List<Integer> numbers() {
    int size = ((Object[]) column("session")).length;
    List<Integer> numbers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    return numbers;
  }

  /** A column of words, an array. */
  public String[] words(String name) {
    return (String[]) column(name);
  }

  /** A column of whole numbers, {@code long}s. */
  public long[] longs(String name) {
    return (long[]) column(name);
  }

  /** A column of whole numbers, {@code int}s. */
  public int[] ints(String name) {
    return (int[]) column(name);
  }

  private Object column(String name) {
    return columns.get(name);
  }

  /** Each with its cells by column. */
  public List<Map<String, Object>> rows() {
    Object[] arrays = Stream.of(COLUMNS).map(this::column).toArray();
    return numbers().stream().map(number -> row(arrays, number)).collect(Collectors.toList());
  }

  private static Map<String, Object> row(Object[] arrays, int index) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < arrays.length; i++) {
      row.put(COLUMNS[i], Array.get(arrays[i], index));
    }
    return row;
  }
}

package io.jssekeeper.cli.jvm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** JMX's open data as plain maps and lists. */
final class CompositeValues {
  private CompositeValues() {}

  /** The rows of an array of composites, or of tabular data. */
  static List<Map<String, Object>> rows(Object open) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (open instanceof TabularData) {
      for (Object row : (Collection<?>) ((TabularData) open).values()) {
        rows.add(row((CompositeData) row));
      }
    } else {
      for (CompositeData row : (CompositeData[]) open) {
        rows.add(row(row));
      }
    }
    return rows;
  }

  static Map<String, Object> row(CompositeData composite) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String name : composite.getCompositeType().keySet()) {
      row.put(name, composite.get(name));
    }
    return row;
  }

  /** What was a map before JMX made it tabular data of keys and values. */
  static Map<String, Object> map(Object open) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map<String, Object> row : rows(open)) {
      map.put((String) row.get("key"), row.get("value"));
    }
    return map;
  }
}

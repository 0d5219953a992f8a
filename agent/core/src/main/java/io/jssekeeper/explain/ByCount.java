package io.jssekeeper.explain;

import java.util.Comparator;
import java.util.Map;

/** Sorts rows by {@code count}, the largest first. */
final class ByCount implements Comparator<Map<String, Object>> {
  @Override
  public int compare(Map<String, Object> one, Map<String, Object> other) {
    return Long.compare((long) other.get("count"), (long) one.get("count"));
  }
}

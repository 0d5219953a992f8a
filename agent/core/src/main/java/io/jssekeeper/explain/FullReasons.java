package io.jssekeeper.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Full handshakes by reason and detail: their number, share of their side, and advice. */
public final class FullReasons {
  private FullReasons() {}

  /**
   * The most frequent first.
   *
   * @param counts handshakes by side, result and reason
   * @param details those with a detail, by side, result, reason and detail
   */
  public static List<Map<String, Object>> of(
      List<Map<String, Object>> counts, List<Map<String, Object>> details) {
    Map<Object, Long> handshakes = ofEachSide(counts);
    List<Map<String, Object>> reasons = new ArrayList<>();
    for (Map<String, Object> count : counts) {
      if (count.get("result").equals("full") && (long) count.get("count") > 0) {
        for (Map<String, Object> row : ByDetail.split(count, details)) {
          reasons.add(reason(row, handshakes.get(row.get("side"))));
        }
      }
    }
    reasons.sort(new ByCount());
    return reasons;
  }

  private static Map<Object, Long> ofEachSide(List<Map<String, Object>> counts) {
    Map<Object, Long> handshakes = new HashMap<>();
    for (Map<String, Object> row : counts) {
      Long before = handshakes.get(row.get("side"));
      handshakes.put(row.get("side"), (before == null ? 0 : before) + (long) row.get("count"));
    }
    return handshakes;
  }

  private static Map<String, Object> reason(Map<String, Object> count, long handshakesOfSide) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("side", count.get("side"));
    row.put("reason", count.get("reason"));
    row.put("detail", count.get("detail"));
    row.put("count", count.get("count"));
    row.put("share", (double) (long) count.get("count") / handshakesOfSide);
    row.put("seconds", count.get("seconds"));
    row.put("advice", Advice.about(count));
    return row;
  }
}

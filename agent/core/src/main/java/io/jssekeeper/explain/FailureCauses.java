package io.jssekeeper.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Failed handshakes by their likely cause, with what to do. */
public final class FailureCauses {
  private FailureCauses() {}

  /**
   * The most frequent first.
   *
   * @param details handshakes by side, result, reason and detail
   */
  public static List<Map<String, Object>> of(List<Map<String, Object>> details) {
    List<Map<String, Object>> failures = new ArrayList<>();
    for (Map<String, Object> detail : details) {
      if (detail.get("result").equals("failed")) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("side", detail.get("side"));
        row.put("detail", detail.get("detail"));
        row.put("count", detail.get("count"));
        row.put("advice", Advice.about(detail));
        failures.add(row);
      }
    }
    failures.sort(new ByCount());
    return failures;
  }
}

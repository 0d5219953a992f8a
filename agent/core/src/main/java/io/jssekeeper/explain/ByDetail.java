package io.jssekeeper.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Full handshakes of one side and reason, split by detail. */
public final class ByDetail {
  private ByDetail() {}

  /** A row for each detail, and one for those without, if there are any. */
  public static List<Map<String, Object>> split(
      Map<String, Object> reason, List<Map<String, Object>> details) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Object> rest = new LinkedHashMap<>(reason);
    rest.put("detail", "");
    for (Map<String, Object> detail : details) {
      if (isOf(reason, detail)) {
        rows.add(detail);
        rest.put("count", Math.max(0, (long) rest.get("count") - (long) detail.get("count")));
        double seconds = (double) rest.get("seconds") - (double) detail.get("seconds");
        rest.put("seconds", Math.max(0, seconds));
      }
    }
    if ((long) rest.get("count") > 0) {
      rows.add(rest);
    }
    return rows;
  }

  private static boolean isOf(Map<String, Object> reason, Map<String, Object> detail) {
    return detail.get("side").equals(reason.get("side"))
        && detail.get("result").equals(reason.get("result"))
        && detail.get("reason").equals(reason.get("reason"));
  }

  /** {@code reason (detail)}. */
  public static String name(Map<String, Object> row) {
    String detail = (String) row.get("detail");
    return row.get("reason") + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}

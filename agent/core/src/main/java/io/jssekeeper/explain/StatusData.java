package io.jssekeeper.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data of {@code status}, {@code explain} and the status page, as plain values. Without peers,
 * hosts, or anything else named in a handshake.
 */
public final class StatusData {
  private StatusData() {}

  /**
   * Everything the status page shows.
   *
   * @param nowMillis since 1970
   */
  public static <E extends Exception> Map<String, Object> of(Values<E> keeper, long nowMillis)
      throws E {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("timeMillis", nowMillis);
    putHealth(keeper, data);
    data.put("handshakes", keeper.value("Handshakes"));
    data.put("totals", keeper.value("HandshakeTotals"));
    putReasons(keeper, data);
    data.put("caches", keeper.value("SessionCaches"));
    putMemory(keeper, data);
    putCauses(keeper, data);
    return data;
  }

  /** Whether the keeper is healthy, and what it holds. */
  public static <E extends Exception> Map<String, Object> status(Values<E> keeper) throws E {
    Map<String, Object> data = new LinkedHashMap<>();
    putHealth(keeper, data);
    data.put("errorsSwallowed", keeper.value("ErrorsSwallowed"));
    data.put("logDestination", keeper.value("LogDestination"));
    data.put("recordsDropped", keeper.value("RecordsDropped"));
    putMemory(keeper, data);
    data.put("handshakes", keeper.value("Handshakes"));
    data.put("handshakeTotals", keeper.value("HandshakeTotals"));
    data.put("contexts", keeper.value("SessionCaches"));
    data.put("otherTls", keeper.texts("OtherTls"));
    return data;
  }

  /** Why handshakes were full. */
  public static <E extends Exception> Map<String, Object> explanation(Values<E> keeper) throws E {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("troubles", Health.troubles(keeper));
    putReasons(keeper, data);
    putCauses(keeper, data);
    return data;
  }

  private static <E extends Exception> void putHealth(Values<E> keeper, Map<String, Object> data)
      throws E {
    data.put("version", keeper.value("Version"));
    data.put("state", keeper.value("State"));
    List<String> troubles = Health.troubles(keeper);
    data.put("healthy", troubles.isEmpty());
    data.put("troubles", troubles);
    data.put("jdk", keeper.value("Jdk"));
    data.put("selfCheck", keeper.value("SelfCheck"));
    data.put("weaves", keeper.value("Weaves"));
  }

  private static <E extends Exception> void putReasons(Values<E> keeper, Map<String, Object> data)
      throws E {
    List<Map<String, Object>> details = keeper.rows("HandshakesByDetail");
    data.put("reasons", FullReasons.of(keeper.rows("HandshakesByReason"), details));
    data.put("failures", FailureCauses.of(details));
    data.put("savings", keeper.value("Savings"));
  }

  private static <E extends Exception> void putMemory(Values<E> keeper, Map<String, Object> data)
      throws E {
    data.put("strongBytes", keeper.value("StrongBytes"));
    data.put("budgetBytes", keeper.value("BudgetBytes"));
    data.put("sessionsByHolder", keeper.value("SessionsByHolder"));
    data.put("protected", keeper.value("Protected"));
    data.put("ticketKeys", keeper.value("TicketKeys"));
  }

  private static <E extends Exception> void putCauses(Values<E> keeper, Map<String, Object> data)
      throws E {
    data.put("contextChurn", keeper.texts("ContextChurn"));
    data.put("settings", keeper.texts("SettingsAgainstResumption"));
    data.put("jdkDefects", keeper.texts("JdkDefects"));
    data.put("otherTls", keeper.texts("OtherTls"));
  }
}

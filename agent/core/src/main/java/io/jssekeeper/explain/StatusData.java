package io.jssekeeper.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the status page shows, as plain values. Without peers, hosts, or anything else that a
 * handshake has named.
 */
public final class StatusData {
  private StatusData() {}

  /**
   * @param nowMillis since 1970
   */
  public static <E extends Exception> Map<String, Object> of(Values<E> keeper, long nowMillis)
      throws E {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("timeMillis", nowMillis);
    data.put("version", keeper.value("Version"));
    data.put("state", keeper.value("State"));
    List<String> troubles = Health.troubles(keeper);
    data.put("healthy", troubles.isEmpty());
    data.put("troubles", troubles);
    data.put("jdk", keeper.value("Jdk"));
    data.put("selfCheck", keeper.value("SelfCheck"));
    data.put("weaves", keeper.value("Weaves"));
    data.put("handshakes", keeper.value("Handshakes"));
    data.put("totals", keeper.value("HandshakeTotals"));
    List<Map<String, Object>> details = keeper.rows("HandshakesByDetail");
    data.put("reasons", FullReasons.of(keeper.rows("HandshakesByReason"), details));
    data.put("failures", FailureCauses.of(details));
    data.put("savings", keeper.value("Savings"));
    data.put("caches", keeper.value("SessionCaches"));
    data.put("strongBytes", keeper.value("StrongBytes"));
    data.put("budgetBytes", keeper.value("BudgetBytes"));
    data.put("sessionsByHolder", keeper.value("SessionsByHolder"));
    data.put("protected", keeper.value("Protected"));
    data.put("ticketKeys", keeper.value("TicketKeys"));
    data.put("contextChurn", keeper.value("ContextChurn"));
    data.put("settings", keeper.value("SettingsAgainstResumption"));
    data.put("jdkDefects", keeper.value("JdkDefects"));
    data.put("otherTls", keeper.value("OtherTls"));
    return data;
  }
}

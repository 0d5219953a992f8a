package io.jssekeeper.jmx;

import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.TimerTotal;
import java.util.List;
import java.util.Map;

/** A keeper with a value for every attribute. */
final class GivenKeeper implements KeeperMXBean {
  @Override
  public String getVersion() {
    return "1.2.3";
  }

  @Override
  public String getSelfCheck() {
    return "not yet";
  }

  @Override
  public String getJdk() {
    return "a JDK";
  }

  @Override
  public WeaveRow[] getWeaves() {
    return new WeaveRow[] {new WeaveRow("A.b()", "absent", "no b")};
  }

  @Override
  public HandshakeCount[] getHandshakes() {
    return new HandshakeCount[] {new HandshakeCount("client", "full", 7)};
  }

  @Override
  public Map<String, Long> getHandshakeCounts() {
    return Map.of("client full expired", 6L);
  }

  @Override
  public TotalRow[] getHandshakeTotals() {
    return new TotalRow[] {new TotalRow(Side.SERVER, "TLSv1.3", Result.RESUMED, new TimerTotal())};
  }

  @Override
  public ReasonCount[] getHandshakesByReason() {
    return new ReasonCount[] {new ReasonCount("client", "full", "expired", 6, 0.5)};
  }

  @Override
  public DetailCount[] getHandshakesByDetail() {
    ReasonCount full = new ReasonCount("server", "full", "unknown-session", 3, 0.25);
    return new DetailCount[] {new DetailCount(full, "other-context")};
  }

  @Override
  public FailureCount[] getHandshakesByFailure() {
    return new FailureCount[] {new FailureCount("server", "certificate-expired", 2)};
  }

  @Override
  public Map<String, Double> getCertificateDays() {
    return Map.of("server own", 7.5);
  }

  @Override
  public Map<String, String> getTicketKeys() {
    return Map.of();
  }

  @Override
  public long getTicketKeysAgeSeconds() {
    return -1;
  }

  @Override
  public long getConnectionsWithoutHello() {
    return 4;
  }

  @Override
  public SavingsRow[] getSavings() {
    return new SavingsRow[0];
  }

  @Override
  public String[] getOtherTls() {
    return new String[] {"Another"};
  }

  @Override
  public String[] getJdkDefects() {
    return new String[] {"JDK-1"};
  }

  @Override
  public String[] getSettingsAgainstResumption() {
    return new String[] {"a setting"};
  }

  @Override
  public HandshakeRow[] handshakesAfter(long number, int most) {
    return new HandshakeRow[0];
  }

  @Override
  public Map<String, SessionRow> sessions(String side, String peer) {
    return Map.of("server/1/ab", session());
  }

  @Override
  public SessionColumns sessionColumns(
      String side, String peer, long minAgeSeconds, String order, int most) {
    return new SessionColumns(List.of(session(), session()), 9);
  }

  private static SessionRow session() {
    return new SessionRow()
        .named("ab", "server", 1)
        .with("host:1", "TLSv1.3", "TLS_AES_128_GCM_SHA256")
        .timed(5, 4, -1)
        .held("strongly", "once", 900);
  }

  @Override
  public int invalidatePeer(String peer) {
    return 1;
  }

  @Override
  public int invalidateSession(String hash) {
    return 1;
  }

  @Override
  public int invalidateAll() {
    return 2;
  }

  @Override
  public void detach() {}

  @Override
  public String getState() {
    return "on";
  }

  @Override
  public String getMemory() {
    return "";
  }

  @Override
  public void setMemory(String value) {}

  @Override
  public String getSweep() {
    return "";
  }

  @Override
  public void setSweep(String value) {}

  @Override
  public String getKeep() {
    return "";
  }

  @Override
  public void setKeep(String value) {}

  @Override
  public String getLog() {
    return "";
  }

  @Override
  public void setLog(String value) {}

  @Override
  public String getLogFormat() {
    return "";
  }

  @Override
  public void setLogFormat(String value) {}

  @Override
  public String getLogResults() {
    return "";
  }

  @Override
  public void setLogResults(String value) {}

  @Override
  public void set(String settings) {}

  @Override
  public long getErrorsSwallowed() {
    return 1;
  }

  @Override
  public String getLastError() {
    return "an error";
  }

  @Override
  public String getLogDestination() {
    return "standard error";
  }

  @Override
  public long getRecordsDropped() {
    return 2;
  }

  @Override
  public Map<String, String> getOptions() {
    return Map.of("sweep", "1s");
  }

  @Override
  public String[] getRecentHandshakes() {
    return new String[] {"handshake=full"};
  }

  @Override
  public String[] getContextChurn() {
    return new String[] {"app.Main.main(Main.java:1)"};
  }

  @Override
  public Map<String, Integer> getSessionsByHolder() {
    return Map.of("cache", 2);
  }

  @Override
  public int getContexts() {
    return 3;
  }

  @Override
  public Map<String, Long> getProtected() {
    return Map.of("clock", 6L);
  }

  @Override
  public long getStrongBytes() {
    return 4;
  }

  @Override
  public long getBudgetBytes() {
    return 5;
  }
}

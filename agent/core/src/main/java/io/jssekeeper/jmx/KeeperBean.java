package io.jssekeeper.jmx;

import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Presence;
import io.jssekeeper.weave.WeaveReport;
import java.util.Map;

/** The installed keeper as JMX shows it. */
public final class KeeperBean implements KeeperMXBean {
  private static final int MAX_ROWS_IN_TABLE = 1_000;

  private final Core core;
  private final WeaveReport weaves;
  private final DiagnosisQueries diagnosis;
  private final HandshakeQueries handshakes;
  private final SessionQueries sessions;
  private final Control control;

  public KeeperBean(Core core, WeaveReport weaves, Control control, Jvm jvm) {
    this.control = control;
    this.core = core;
    this.weaves = weaves;
    this.diagnosis = new DiagnosisQueries(core, jvm);
    this.handshakes = new HandshakeQueries(core);
    this.sessions = new SessionQueries(core, jvm);
  }

  @Override
  public String getVersion() {
    return Presence.ours();
  }

  @Override
  public String getState() {
    return control.state();
  }

  @Override
  public String getSelfCheck() {
    return control.selfCheck();
  }

  @Override
  public String getJdk() {
    return System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
  }

  @Override
  public WeaveRow[] getWeaves() {
    return WeaveRow.of(weaves);
  }

  @Override
  public HandshakeCount[] getHandshakes() {
    return handshakes.counts();
  }

  @Override
  public Map<String, Long> getHandshakeCounts() {
    return handshakes.countsByName();
  }

  @Override
  public TotalRow[] getHandshakeTotals() {
    return handshakes.totals();
  }

  @Override
  public ReasonCount[] getHandshakesByReason() {
    return handshakes.byReason();
  }

  @Override
  public DetailCount[] getHandshakesByDetail() {
    return handshakes.byDetail();
  }

  @Override
  public FailureCount[] getHandshakesByFailure() {
    return handshakes.byFailure();
  }

  @Override
  public Map<String, Double> getCertificateDays() {
    return handshakes.certificateDays();
  }

  @Override
  public long getConnectionsWithoutHello() {
    return core.recorder().withoutHello();
  }

  @Override
  public SavingsRow[] getSavings() {
    return handshakes.savings();
  }

  @Override
  public String[] getOtherTls() {
    return diagnosis.otherTls();
  }

  @Override
  public String[] getJdkDefects() {
    return diagnosis.jdkDefects();
  }

  @Override
  public String[] getSettingsAgainstResumption() {
    return diagnosis.settingsAgainstResumption();
  }

  @Override
  public HandshakeRow[] handshakesAfter(long number, int most) {
    return handshakes.after(number, most);
  }

  @Override
  public Map<String, SessionRow> sessions(String side, String peer) {
    return sessions.table(SessionFilter.of(side, peer, 0), MAX_ROWS_IN_TABLE);
  }

  @Override
  public SessionColumns sessionColumns(
      String side, String peer, long minAgeSeconds, String order, int most) {
    SessionFilter filter = SessionFilter.of(side, peer, minAgeSeconds);
    return sessions.columns(filter, SessionSort.of(order), Math.max(0, most));
  }

  @Override
  public int invalidatePeer(String peer) {
    return sessions.invalidate(SessionFilter.ofPeer(peer));
  }

  @Override
  public int invalidateSession(String hash) {
    return sessions.invalidate(SessionFilter.ofSession(hash));
  }

  @Override
  public int invalidateAll() {
    return sessions.invalidate(SessionFilter.all());
  }

  @Override
  public String getMemory() {
    return option("memory");
  }

  @Override
  public void setMemory(String memory) {
    set("memory=" + memory);
  }

  @Override
  public String getSweep() {
    return option("sweep");
  }

  @Override
  public void setSweep(String sweep) {
    set("sweep=" + sweep);
  }

  @Override
  public String getKeep() {
    return option("keep");
  }

  @Override
  public void setKeep(String keep) {
    set("keep=" + keep);
  }

  @Override
  public String getLog() {
    return option("log");
  }

  @Override
  public void setLog(String log) {
    set("log=" + log);
  }

  @Override
  public String getLogFormat() {
    return option("log.format");
  }

  @Override
  public void setLogFormat(String format) {
    set("log.format=" + format);
  }

  @Override
  public String getLogResults() {
    return option("log.results");
  }

  @Override
  public void setLogResults(String results) {
    set("log.results=" + results);
  }

  private String option(String key) {
    return core.options().asMap().get(key);
  }

  @Override
  public void set(String settings) {
    try {
      control.set(settings);
    } catch (InvalidOptionException e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  @Override
  public void detach() {
    control.detach();
  }

  @Override
  public Map<String, String> getTicketKeys() {
    return core.ticketKeys().report();
  }

  @Override
  public long getTicketKeysAgeSeconds() {
    return core.ticketKeys().ageSeconds();
  }

  @Override
  public long getErrorsSwallowed() {
    return core.suppressedErrors().count();
  }

  @Override
  public String getLastError() {
    return core.suppressedErrors().last();
  }

  @Override
  public String getLogDestination() {
    return control.logDestination();
  }

  @Override
  public long getRecordsDropped() {
    return control.recordsLost();
  }

  @Override
  public Map<String, String> getOptions() {
    return core.options().asMap();
  }

  @Override
  public String[] getRecentHandshakes() {
    return handshakes.recent();
  }

  @Override
  public String[] getContextChurn() {
    return diagnosis.contextChurn();
  }

  @Override
  public int getContexts() {
    return core.contexts().size();
  }

  @Override
  public Map<String, Integer> getSessionsByHolder() {
    return sessions.byHolder();
  }

  @Override
  public Map<String, Long> getProtected() {
    return sessions.prevented();
  }

  @Override
  public long getStrongBytes() {
    return core.budget().strongBytes();
  }

  @Override
  public long getBudgetBytes() {
    return core.budget().limitBytes();
  }
}

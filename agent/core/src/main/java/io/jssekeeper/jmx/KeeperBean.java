package io.jssekeeper.jmx;

import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Presence;
import io.jssekeeper.diagnosis.OtherTlsProviders;
import io.jssekeeper.diagnosis.ResumptionBlockers;
import io.jssekeeper.diagnosis.SystemProperties;
import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Protection;
import io.jssekeeper.record.Details;
import io.jssekeeper.weave.KnownDefects;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The installed keeper as JMX shows it. */
public final class KeeperBean implements KeeperMXBean {
  private static final int MAX_ROWS_IN_TABLE = 1_000;

  private final Core core;
  private final WeaveReport weaves;
  private final OtherTlsProviders otherTls;
  private final HandshakeQueries handshakes;
  private final SessionQueries sessions;
  private final Control control;

  public KeeperBean(Core core, WeaveReport weaves, Control control, Jvm jvm) {
    this.control = control;
    this.core = core;
    this.weaves = weaves;
    this.otherTls = new OtherTlsProviders(jvm.instrumentation());
    this.handshakes = new HandshakeQueries(core);
    this.sessions = new SessionQueries(core.contexts(), jvm);
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
    List<WeaveRow> rows = new ArrayList<>();
    for (WeaveState state : weaves.states()) {
      rows.add(new WeaveRow(state.point(), state.state().word(), state.detail()));
    }
    return rows.toArray(new WeaveRow[0]);
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
    return otherTls.found();
  }

  @Override
  public String[] getJdkDefects() {
    return KnownDefects.ofThisJdk().toArray(new String[0]);
  }

  @Override
  public String[] getSettingsAgainstResumption() {
    Map<String, String> options = core.options().asMap();
    return ResumptionBlockers.of(
            core.contexts(), options, new SystemProperties(), hasMissedSessions())
        .toArray(new String[0]);
  }

  private boolean hasMissedSessions() {
    for (Details.Row row : core.details().rows()) {
      if (row.detail() == Detail.TICKETS_ONLY) {
        return true;
      }
    }
    return false;
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
    return core.churn().places().toArray(new String[0]);
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
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<Protection, Long> each : core.protections().counts().entrySet()) {
      counts.put(each.getKey().word(), each.getValue());
    }
    return counts;
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

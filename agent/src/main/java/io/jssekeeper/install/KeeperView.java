package io.jssekeeper.install;

import io.jssekeeper.config.BadOption;
import io.jssekeeper.keep.Purge;
import io.jssekeeper.sink.DetailCount;
import io.jssekeeper.sink.HandshakeCount;
import io.jssekeeper.sink.HandshakeRow;
import io.jssekeeper.sink.KeeperMXBean;
import io.jssekeeper.sink.ReasonCount;
import io.jssekeeper.sink.SavingsRow;
import io.jssekeeper.sink.SessionColumns;
import io.jssekeeper.sink.SessionRow;
import io.jssekeeper.sink.TotalRow;
import io.jssekeeper.sink.WeaveRow;
import io.jssekeeper.weave.KnownDefects;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The installed keeper as JMX shows it. */
final class KeeperView implements KeeperMXBean {
  private static final int MOST_IN_TABLE = 1_000;

  private final Keeper keeper;
  private final WeaveReport weaves;
  private final OtherTls otherTls;
  private final HandshakeDesk handshakes;
  private final SessionDesk sessions;
  private final LiveSettings live;
  private final Installation installation;

  KeeperView(Keeper keeper, WeaveReport weaves, OtherTls otherTls, Installation installation) {
    this.installation = installation;
    this.keeper = keeper;
    this.weaves = weaves;
    this.otherTls = otherTls;
    this.live = new LiveSettings(keeper);
    this.handshakes = new HandshakeDesk(keeper);
    this.sessions = new SessionDesk(keeper.stores());
  }

  @Override
  public String getVersion() {
    return Version.ours();
  }

  @Override
  public String getState() {
    return installation.state();
  }

  @Override
  public String getSelfCheck() {
    return installation.selfCheck();
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
  public long getConnectionsWithoutHello() {
    return keeper.recorder().withoutHello();
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
    Map<String, String> options = keeper.options().asMap();
    return SettingsAgainstResumption.of(keeper.stores(), options, new SystemProperties())
        .toArray(new String[0]);
  }

  @Override
  public HandshakeRow[] handshakesAfter(long number, int most) {
    return handshakes.after(number, most);
  }

  @Override
  public Map<String, SessionRow> sessions(String side, String peer) {
    return sessions.table(SessionFilter.of(side, peer, 0), MOST_IN_TABLE);
  }

  @Override
  public SessionColumns sessionColumns(
      String side, String peer, long minAgeSeconds, String order, int most) {
    SessionFilter filter = SessionFilter.of(side, peer, minAgeSeconds);
    return sessions.columns(filter, SessionOrder.of(order), Math.max(0, most));
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
    return keeper.options().asMap().get(key);
  }

  @Override
  public void set(String settings) {
    try {
      live.set(settings);
    } catch (BadOption e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  @Override
  public void detach() {
    installation.leave();
  }

  @Override
  public long getErrorsSwallowed() {
    return keeper.swallowed().count();
  }

  @Override
  public String getLastError() {
    return keeper.swallowed().last();
  }

  @Override
  public String getLogDestination() {
    return keeper.logDestination();
  }

  @Override
  public long getRecordsDropped() {
    return keeper.recordsDropped();
  }

  @Override
  public Map<String, String> getOptions() {
    return keeper.options().asMap();
  }

  @Override
  public String[] getRecentHandshakes() {
    return handshakes.recent();
  }

  @Override
  public String[] getContextChurn() {
    return keeper.churn().places().toArray(new String[0]);
  }

  @Override
  public int getContexts() {
    return keeper.stores().size();
  }

  @Override
  public Map<String, Integer> getSessionsByHolder() {
    return keeper.stores().holders().count(keeper.stores(), new OpenConnections());
  }

  @Override
  public Map<String, Long> getProtected() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<Purge, Long> each : keeper.guard().counts().entrySet()) {
      counts.put(each.getKey().word(), each.getValue());
    }
    return counts;
  }

  @Override
  public long getStrongBytes() {
    return keeper.budget().strongBytes();
  }

  @Override
  public long getBudgetBytes() {
    return keeper.budget().limitBytes();
  }
}

package io.jssekeeper.install;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Result;
import io.jssekeeper.record.Side;
import io.jssekeeper.sink.HandshakeCount;
import io.jssekeeper.sink.KeeperMXBean;
import io.jssekeeper.sink.Logfmt;
import io.jssekeeper.sink.WeaveRow;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The installed keeper as JMX shows it. */
final class KeeperView implements KeeperMXBean {
  private final Keeper keeper;
  private final WeaveReport weaves;

  KeeperView(Keeper keeper, WeaveReport weaves) {
    this.keeper = keeper;
    this.weaves = weaves;
  }

  @Override
  public String getVersion() {
    return Version.ours();
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
    List<HandshakeCount> counts = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Result result : Result.values()) {
        long count = keeper.totals().of(side, result);
        counts.add(new HandshakeCount(side.word(), result.word(), count));
      }
    }
    return counts.toArray(new HandshakeCount[0]);
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
  public long getRecordsDropped() {
    return keeper.recordsDropped();
  }

  @Override
  public Map<String, String> getOptions() {
    return keeper.options().asMap();
  }

  @Override
  public String[] getRecentHandshakes() {
    List<String> lines = new ArrayList<>();
    for (HandshakeRecord record : keeper.history().recent()) {
      lines.add(Logfmt.line(record));
    }
    return lines.toArray(new String[0]);
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
    keeper.guard().counts().forEach((purge, count) -> counts.put(purge.word(), count));
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
